// Answers in and out as files.

const LARGEST = 5_000_000; // characters

// Numbers and yes or no may be written bare: what they mean is the same.
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");
}

function read(text) {
  if (text.trimStart().startsWith("<")) return { faults: [{ code: "form-page-not-answers", facts: {} }] };
  try {
    const data = text.length > LARGEST ? undefined : plain(JSON.parse(text));
    const found = stranger(data);
    return found ? { faults: [found] } : { data, faults: check(data) };
  } catch {
    return { faults: [{ code: "not-json", facts: {} }] }; // not JSON, or nested without end
  }
}

// Whether a file is meant for another form than this one.
function stranger(data) {
  if (!isMapping(data) || own(data, "format") !== BASE.format) return { code: "not-answers", facts: {} };
  if (own(data, "rubric") !== BASE.rubric) return { code: "other-rubric", facts: { got: own(data, "rubric") ?? "?" } };
  const differs = key => own(data, key) !== undefined && own(BASE, key) !== undefined && data[key] !== BASE[key];
  const edition = own(data, "fingerprint") === undefined ? "rubric_version" : "fingerprint";
  if (differs(edition)) return { code: "other-edition", facts: { got: own(data, "rubric_version") ?? "?" } };
  if (differs("project")) return { code: "other-project", facts: { got: data.project } };
  return undefined;
}

async function importFile(file) {
  const { data, faults: found } = read(await file.text());
  if (found.length) {
    tellFaults(say("cannot-import", { name: file.name }), found.map(one => ({ ...one, target: "" })));
    return;
  }
  replaceWith(data, say("imported", { name: file.name }));
}

function exportFile() {
  const found = settle(collect());
  const wrong = check(found);
  if (wrong.length) {
    tellFaults(say("cannot-export"), wrong);
    return;
  }
  const name = fileName(found);
  const address = URL.createObjectURL(new Blob([write(found)], { type: "application/json" }));
  const link = make("a", "", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  isSafe = true;
  tell(say("exported", { name }));
}

function fileName(found) {
  const whose = own(found, "project") ?? (slugOf(shown(own(found, "title"))) || found.rubric);
  return [say("file"), whose, own(found, "date")].filter(Boolean).join("-") + ".json";
}
