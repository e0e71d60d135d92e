// What the browser keeps, on this device only. It may refuse: the form works all the same.

const PREFIX = `scalecheck:answers:${own(BASE, "fingerprint") ?? BASE.rubric}:${own(BASE, "project") ?? ""}:`;
const KEY = PREFIX + digest(JSON.stringify(BASE)); // a form made anew does not open with old answers
let isSafe = true; // whether what is on the page is also somewhere else

function keep() {
  isSafe = stored(storage => storage.setItem(KEY, JSON.stringify(collect()))) !== null;
  return isSafe;
}

function recall() {
  const text = stored(storage => storage.getItem(KEY));
  try {
    const data = JSON.parse(text ?? "null");
    return isMapping(data) && data.rubric === BASE.rubric && isMapping(data.answers ?? {}) ? data : null;
  } catch {
    return null;
  }
}

// Those that an earlier form for the same project left here go too.
function forget() {
  stored(storage => Object.keys(storage).filter(key => key.startsWith(PREFIX)).forEach(key => storage.removeItem(key)));
}

function digest(text) {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ character.codePointAt(0), 0x01000193) >>> 0;
  return sum.toString(36);
}

const canStore = () => stored(storage => storage.setItem(`${KEY}:?`, "") ?? storage.removeItem(`${KEY}:?`)) !== null;

// Null where the browser refuses; what the storage gives otherwise.
function stored(act) {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
}
