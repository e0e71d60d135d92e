// The projects shown, as a table that Excel opens right: marked as UTF-8, with the separator of
// the language. A text that a sheet would run as a formula is marked by an apostrophe.

function harmless(text) {
  return /^[=+\-@\t\r]/.test(text) && !/^[-+]?[0-9]+([.,][0-9]+)?$/.test(text) ? `'${text}` : text;
}

function quote(text, mark) {
  const said = harmless(text);
  return /["\n\r]/.test(said) || said.includes(mark) ? `"${said.replaceAll('"', '""')}"` : said;
}

// With the decimal mark of the language; nothing where there is no amount.
function plain(money, words) {
  if (money === null) return "";
  const text = String(toCents(money));
  return words.lang.startsWith("fr") ? text.replace(".", ",") : text;
}

function sheetRow(portfolio, at, words) {
  const said = portfolio.shown.map((name) => valuesOf(portfolio, at, name).join("; "));
  const local = portfolio.local[at] ? words.yes : words.no;
  const money = moneyOf(portfolio, at).map((one) => plain(one, words));
  return [portfolio.titles[at], portfolio.ids[at], portfolio.carriers[at], ...said, local, ...money];
}

function writeTable(portfolio, order, words) {
  const mark = words.lang.startsWith("fr") ? ";" : ",";
  const rows = [words.sheet, ...order.map((at) => sheetRow(portfolio, at, words))];
  return rows.map((row) => row.map((one) => quote(one, mark)).join(mark)).join("\r\n");
}

function download(portfolio, order, words) {
  const text = `\ufeff${writeTable(portfolio, order, words)}\r\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = words.file;
  link.click();
  URL.revokeObjectURL(link.href);
}
