// Asks for the state of the report, and loads the page again when it is another.
"use strict";
const line = document.querySelector("[role=status]");
const frame = document.querySelector("iframe");

async function follow() {
  let known = "";
  for (;;) {
    const answer = await fetch(`keadaan/${known}`);
    const { keadaan, pesan } = await answer.json();
    line.textContent = pesan;
    if (known !== "" && String(keadaan) !== known) frame.contentWindow.location.reload();
    known = String(keadaan);
  }
}

follow().catch(() => { line.textContent = "Pemantauan sudah dihentikan."; });
