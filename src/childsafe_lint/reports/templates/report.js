
(() => {
  "use strict";
  // The page reads without this. It adds: cards that follow the text, filters, keys, the theme button.
  const root = document.documentElement;
  const all = (selector, at = document) => Array.from(at.querySelectorAll(selector));
  const one = (selector, at = document) => at.querySelector(selector);
  const numbers = (element, name) => (element.getAttribute(name) || "").split(" ").filter(Boolean);

  const tools = one(".tools");
  const at = one(".at");
  const help = one("dialog.help");
  const drafts = all("section.draft").map((section) => {
    const draft = { section, pane: one(".cards", section), cards: new Map(), refs: all(".ref", section) };
    draft.marks = all("mark[data-c]", section);
    draft.reasons = all("[data-w]", section);
    draft.note = one(".hidden-note", section);
    for (const card of all(".card", section)) draft.cards.set(card.dataset.n, card);
    return draft;
  });
  const home = new Map(); // any ref, mark or card -> its draft
  for (const draft of drafts) {
    for (const element of [...draft.refs, ...draft.marks, ...draft.cards.values()]) home.set(element, draft);
  }
  const refs = drafts.flatMap((draft) => draft.refs);
  const cardOf = (ref) => home.get(ref).cards.get(ref.dataset.c);
  const shown = (element) => element && !element.classList.contains("off");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const twoPanes = matchMedia("(min-width: 60.01rem)");
  const pace = () => (still.matches ? "auto" : "smooth");

  let currentRef = null;
  let currentCard = null;
  let quietUntil = 0; // the text scrolls by our own doing until then
  let useKeys = true;

  // -- which finding is in view

  function choose(ref, { follow = true } = {}) {
    const card = cardOf(ref);
    const draft = home.get(ref);
    if (currentRef === ref && currentCard === card) return;
    for (const old of all(".current, .because-of")) old.classList.remove("current", "because-of");
    for (const old of all("[aria-current]")) old.removeAttribute("aria-current");
    currentRef = ref;
    currentCard = card;
    ref.classList.add("current");
    ref.setAttribute("aria-current", "true");
    card.classList.add("current");
    for (const mark of marksBefore(ref, draft)) mark.classList.add("current");
    for (const reason of draft.reasons) {
      reason.classList.toggle("because-of", numbers(reason, "data-w").includes(ref.dataset.c));
    }
    const visible = refs.filter(shown);
    at.textContent = `${visible.indexOf(ref) + 1} of ${visible.length}`;
    if (follow && twoPanes.matches && draft.pane) {
      const top = card.offsetTop - Math.max((draft.pane.clientHeight - card.offsetHeight) / 3, 8);
      draft.pane.scrollTo({ top, behavior: pace() });
    }
  }

  // The marks that a number closes: those with its card directly before it, not those of the card's other places.
  function marksBefore(ref, draft) {
    const mine = [];
    const order = [...draft.marks.filter((m) => numbers(m, "data-c").includes(ref.dataset.c)),
      ...draft.refs.filter((r) => r.dataset.c === ref.dataset.c)];
    order.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    for (let i = order.indexOf(ref) - 1; i >= 0 && order[i].matches("mark"); i--) mine.push(order[i]);
    return mine;
  }

  function refAfter(mark, number) {
    const draft = home.get(mark);
    const mine = draft.refs.filter((r) => r.dataset.c === number);
    const after = (r) => mark.compareDocumentPosition(r) & Node.DOCUMENT_POSITION_FOLLOWING;
    return mine.find(after) || mine[mine.length - 1];
  }

  function goTo(ref, { focus = true } = {}) {
    quietUntil = Date.now() + 900;
    ref.scrollIntoView({ block: "center", behavior: pace() });
    choose(ref);
    if (focus) ref.focus({ preventScroll: true });
  }

  function toCard(ref, { focus = false } = {}) {
    choose(ref);
    const card = cardOf(ref);
    quietUntil = Date.now() + 900;
    if (!twoPanes.matches) card.scrollIntoView({ block: "start", behavior: pace() });
    if (focus) card.focus({ preventScroll: true });
  }

  function step(by) {
    const visible = refs.filter(shown);
    if (!visible.length) return;
    let i = visible.indexOf(currentRef);
    if (i < 0) {
      // nothing chosen yet: begin with what stands in view
      const first = visible.findIndex((r) => r.getBoundingClientRect().top > barHeight());
      i = (first < 0 ? visible.length : first) - (by > 0 ? 1 : 0);
    }
    goTo(visible[(i + by + visible.length) % visible.length]);
  }

  // -- the cards follow the text

  const inView = new Set(); // about: the browser tells it a little late
  const inSight = (box) => box.bottom > barHeight() && box.top < innerHeight;
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) inView.add(entry.target);
        else inView.delete(entry.target);
      }
    });
    for (const ref of refs) watch.observe(ref);
  }
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (Date.now() < quietUntil || !twoPanes.matches) return;
      const line = barHeight() + (innerHeight - barHeight()) * 0.3;
      let best = null;
      let least = Infinity;
      for (const ref of inView) {
        if (!shown(ref)) continue;
        const box = ref.getBoundingClientRect();
        const away = Math.abs(box.top - line);
        if (inSight(box) && away < least) [best, least] = [ref, away];
      }
      if (best) choose(best);
    });
  }, { passive: true });

  // -- clicks

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element) || String(getSelection())) return;
    const ref = target.closest(".ref");
    if (ref) {
      event.preventDefault();
      toCard(ref, { focus: event.detail === 0 });
      return;
    }
    const back = target.closest("a.back");
    if (back) {
      event.preventDefault();
      goTo(document.getElementById(back.getAttribute("href").slice(1)));
      return;
    }
    if (target.closest("a, button, summary, input, label")) return;
    const mark = target.closest("mark[data-c]");
    if (mark) {
      const cards = numbers(mark, "data-c").filter((n) => shown(home.get(mark).cards.get(n)));
      if (!cards.length) return;
      const now = currentCard && home.get(currentCard) === home.get(mark) ? cards.indexOf(currentCard.dataset.n) : -1;
      toCard(refAfter(mark, cards[(now + 1) % cards.length]));
      return;
    }
    const card = target.closest(".card");
    if (card) {
      const mine = home.get(card).refs.filter((r) => r.dataset.c === card.dataset.n);
      const now = mine.indexOf(currentRef);
      const seen = now >= 0 && inSight(currentRef.getBoundingClientRect());
      goTo(mine[seen ? (now + 1) % mine.length : Math.max(now, 0)], { focus: false });
    }
  });

  // -- filters

  const told = (n) => (n === 1 ? "1 finding" : `${n} findings`);
  const filters = all("input[data-filter]");
  function filter() {
    const wanted = { severity: new Set(), category: new Set() };
    for (const input of filters) if (input.checked) wanted[input.dataset.filter].add(input.value);
    for (const draft of drafts) {
      let left = 0;
      for (const card of draft.cards.values()) {
        const on = wanted.severity.has(card.dataset.severity) && wanted.category.has(card.dataset.category);
        card.classList.toggle("off", !on);
        if (on) left += 1;
      }
      for (const ref of draft.refs) ref.classList.toggle("off", !shown(cardOf(ref)));
      for (const mark of draft.marks) {
        const on = numbers(mark, "data-c").map((n) => draft.cards.get(n)).filter(shown);
        mark.classList.toggle("off", !on.length);
        // the gravest of those still shown decides how the words are marked
        const worst = ["error", "warning", "note"].find((s) => on.some((card) => card.dataset.severity === s));
        if (worst) {
          mark.classList.remove("error", "warning", "note");
          mark.classList.add(worst);
        }
        mark.classList.toggle("many", on.length > 1);
      }
      if (draft.note) draft.note.hidden = left > 0;
    }
    const visible = refs.filter(shown);
    at.textContent = visible.length === refs.length ? told(refs.length) : `${visible.length} of ${told(refs.length)} shown`;
    for (const name of ["previous", "next"]) one(`[data-do="${name}"]`).disabled = !visible.length;
    if (currentRef && !shown(currentRef)) {
      for (const old of all(".current, .because-of")) old.classList.remove("current", "because-of");
      for (const old of all("[aria-current]")) old.removeAttribute("aria-current");
      currentRef = currentCard = null;
    }
  }
  for (const input of filters) {
    input.addEventListener("change", () => {
      filter();
      one("#told").textContent = at.textContent; // read out; the number on scrolling is not
    });
  }

  // -- theme

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const themeButton = one('[data-do="theme"]');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const showTheme = () => themeButton.setAttribute("aria-pressed", String(isDark()));
  function theme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  }
  dark.addEventListener("change", showTheme);

  // -- buttons and keys

  function openFilters() {
    const open = tools.classList.toggle("open");
    one('[data-do="filter"]').setAttribute("aria-expanded", String(open));
  }
  const actions = {
    next: () => step(1), previous: () => step(-1), theme, help: () => help.showModal(),
    close: () => help.close(), filter: openFilters,
  };
  for (const button of all("button[data-do]")) button.addEventListener("click", () => actions[button.dataset.do]());
  one('[data-do="keys"]').addEventListener("change", (event) => { useKeys = event.target.checked; });

  function draftInView() {
    if (!drafts.length) return -1;
    const middle = innerHeight / 2;
    const i = drafts.findIndex((d) => d.section.getBoundingClientRect().bottom > middle);
    return i < 0 ? drafts.length - 1 : i;
  }
  function toDraft(i) {
    if (!drafts[i]) return;
    quietUntil = Date.now() + 900;
    const heading = one("h2", drafts[i].section);
    heading.tabIndex = -1;
    heading.scrollIntoView({ block: "start", behavior: pace() });
    heading.focus({ preventScroll: true });
  }
  function toPart(name) {
    const i = draftInView();
    const heading = i < 0 ? null : document.getElementById(`${drafts[i].section.id}-${name}`);
    if (!heading) return;
    quietUntil = Date.now() + 900;
    heading.scrollIntoView({ block: "start", behavior: pace() });
    heading.focus({ preventScroll: true });
  }
  function toFilters() {
    if (!filters.length) return;
    if (!filters[0].offsetParent) openFilters();
    filters[0].focus();
  }
  function escape() {
    const card = document.activeElement && document.activeElement.closest(".card");
    if (!card) return;
    goTo(currentCard === card ? currentRef : home.get(card).refs.find((r) => r.dataset.c === card.dataset.n));
  }
  const keys = new Map(Object.entries({
    n: actions.next, j: actions.next, p: actions.previous, k: actions.previous, t: theme, "?": actions.help,
    q: () => toPart("questions"), c: () => toPart("children"), f: toFilters,
    "]": () => toDraft(draftInView() + 1), "[": () => toDraft(draftInView() - 1),
  }));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (event.key === "Escape") {
      escape();
    } else if (useKeys && keys.has(event.key)) {
      event.preventDefault();
      keys.get(event.key)();
    }
  });

  // -- ticks

  for (const section of all(".part")) {
    const count = one(".ticked", section);
    if (!count) continue;
    const boxes = all(".asked input", section);
    const tell = () => { count.textContent = `${boxes.filter((box) => box.checked).length} of ${boxes.length} ticked`; };
    section.addEventListener("change", tell);
  }

  // -- paper shows everything

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  // -- and so it begins

  const barHeight = () => tools.offsetHeight;
  const measure = () => root.style.setProperty("--bar", `${barHeight()}px`);
  tools.hidden = false;
  measure();
  if ("ResizeObserver" in window) new ResizeObserver(measure).observe(tools);
  showTheme();
  if (filters.length) filter();
})();
