// The check-in's marks wait in this browser until the service has taken them. Each has a number of
// its own and the time at which it was taken, so that it may be sent twice and still counts once.
// Without this script the page's forms do the same, one mark at a time.
"use strict";
(() => {
  const form = document.getElementById("check-in");
  if (!form) return;
  const who = document.getElementById("who");
  const status = document.getElementById("queue");
  const log = document.getElementById("log");
  const address = form.getAttribute("action");
  const key = "convene-check-in " + address.split("?")[0] + " ";
  const ahead = Number(form.dataset.now) - Date.now();
  let sending = false;
  let pause = 0;
  let renewed = false;
  let timer;
  let shown = "";

  // Each mark lies under a key of its own, so that two windows never write over each other's.
  const read = () =>
    Object.keys(localStorage).filter((name) => name.startsWith(key)).map((name) => {
      try {
        return JSON.parse(localStorage.getItem(name));
      } catch {
        return null;
      }
    }).filter(Boolean).sort((one, other) => one.at - other.at);
  const keep = (mark) => localStorage.setItem(key + mark.id, JSON.stringify(mark));
  const drop = (mark) => localStorage.removeItem(key + mark.id);

  const tell = (text) => {
    if (text === shown) return;
    shown = text;
    status.textContent = text;
  };
  const counted = (text, count) => text.replace("{n}", count);

  const number = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (octet) =>
      octet.toString(16).padStart(2, "0")).join("");

  const line = (text, kind) => {
    const item = document.createElement("li");
    item.textContent = text;
    item.className = kind;
    log.prepend(item);
    while (log.children.length > 30) log.lastElementChild.remove();
    return item;
  };

  const take = (mark, person, isScanned) => {
    try {
      const how = isScanned ? mark + "+scan" : mark;
      keep({ id: number(), at: Date.now() + ahead, mark: how, who: person });
    } catch {
      return false;
    }
    tell(counted(form.dataset.waiting, read().length));
    send();
    return true;
  };

  const show = (result) => {
    const item = line(result.text, result.result);
    for (const candidate of result.candidates) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = candidate.text;
      button.addEventListener("click", () => {
        const [mark, person] = candidate.tick.split(" ");
        take(mark, person);
        who.focus();
      });
      item.append(" ", button);
    }
    const row = result.mark && document.getElementById(result.number);
    const cell = row && row.querySelector(".mark");
    if (!cell) return;
    cell.className = "mark " + result.mark;
    cell.textContent = result.word;
  };

  const later = () => {
    pause = Math.min(30, pause * 2 || 1);
    clearTimeout(timer);
    timer = setTimeout(send, pause * 1000);
  };

  // Whoever has signed in anew has another seal: it is fetched from the page.
  const renew = async () => {
    const page = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html")
      .querySelector("#check-in input[name=seal]");
    if (!fresh) return false;
    for (const field of document.querySelectorAll("input[name=seal]")) field.value = fresh.value;
    return true;
  };

  const hand = async (marks) => {
    const body = new URLSearchParams({ seal: form.elements.seal.value });
    for (const mark of marks) {
      body.append("queue", [mark.id, Math.round(mark.at), mark.mark, mark.who].join(" "));
    }
    return fetch(address, { method: "POST", headers: { Accept: "application/json" }, body });
  };

  const settle = (reply, marks) => {
    marks.forEach(drop);
    reply.results.forEach(show);
    document.getElementById("present").textContent = reply.present;
  };

  // What was refused for want of a seal goes again at once with a fresh one; all else goes later.
  const wait = async (isShut) => {
    const isOpen = isShut && (await renew());
    tell(counted(isShut && !isOpen ? form.dataset.lost : form.dataset.offline, read().length));
    if (!isOpen || renewed) return later();
    renewed = true;
    timer = setTimeout(send, 0);
  };

  async function send() {
    if (sending) return;
    const marks = read().slice(0, 50);
    if (!marks.length) return tell(shown && form.dataset.sent);
    sending = true;
    try {
      const answer = await hand(marks);
      if (answer.ok) {
        settle(await answer.json(), marks);
        pause = 0;
        renewed = false;
        clearTimeout(timer);
        timer = setTimeout(send, 0);
      } else {
        await wait([401, 403].includes(answer.status));
      }
    } catch {
      tell(counted(form.dataset.offline, read().length));
      later();
    }
    sending = false;
  }

  // A hand scanner types a whole code and Enter within a moment; hands need longer for each letter.
  let typed = [];
  who.addEventListener("input", (event) => {
    if (event.inputType !== "insertText" || who.value.length === 1) typed = [];
    typed.push(event.timeStamp);
  });
  const isScan = (event, person) =>
    person.length > 1 && typed.length === who.value.length &&
    event.timeStamp - typed[0] < 35 * (person.length + 1);

  const onSubmit = (event) => {
    const button = event.submitter;
    let mark;
    let person;
    if (button && button.name === "tick") {
      mark = button.value.split(" ")[0];
      person = button.value.slice(mark.length + 1);
    } else {
      mark = button && button.name === "mark" ? button.value : "present";
      person = who.value.trim();
    }
    // A browser that can't keep marks sends the form as it is.
    const isScanned = !(button && button.name === "tick") && isScan(event, person);
    if (!person || !take(mark, person, isScanned)) return;
    event.preventDefault();
    if (!button || button.name !== "tick") who.value = "";
    who.focus({ preventScroll: Boolean(button && button.name === "tick") });
  };

  for (const id of ["check-in", "candidates", "sheet"]) {
    const each = document.getElementById(id);
    if (each) each.addEventListener("submit", onSubmit);
  }
  for (const event of ["online", "focus"]) {
    addEventListener(event, () => {
      pause = 0;
      send();
    });
  }
  send();
})();
