// The projects shown, as a table that Excel opens right: marked as UTF-8, with the separator of
// the language. A text that a sheet would run as a formula is marked by an apostrophe.

function harmless(text) {
  return /^[=+\-@\t\r]/.test(text) && !/^[-+]?[0-9]+([.,][0-9]+)?$/.test(text) ? `'${text}` : text;
}

function quote(text, mark) {
  const said = harmless(text);
  return /["\n\r]/.test(said) || said.includes(mark) ? `"${said.replaceAll('"', '""')}"` : said;
}

// To the cent, with the decimal mark of the language: sums of cents are not exact in a browser.
function plain(money, words) {
  const text = String(Math.round(money * 100) / 100);
  return words.lang.startsWith("fr") ? text.replace(".", ",") : text;
}

function writeTable(portfolio, order, words) {
  const mark = words.lang.startsWith("fr") ? ";" : ",";
  const lines = order.map((at) => {
    const money = portfolio.money[at];
    return [portfolio.titles[at], ...cellsOf(portfolio, at), money === null ? "" : plain(money, words)];
  });
  return [words.columns, ...lines].map((line) => line.map((one) => quote(one, mark)).join(mark)).join("\r\n");
}

function download(portfolio, order, words) {
  const text = `\ufeff${writeTable(portfolio, order, words)}\r\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = words.file;
  link.click();
  URL.revokeObjectURL(link.href);
}
