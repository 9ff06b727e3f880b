// Shows what a receipt says, in the visitor's language. Every text goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const shop = JSON.parse(document.getElementById("shop").textContent);
const DAY = {year: "numeric", month: "long", day: "numeric"};
const TIME = {hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short"};
const MARKS = {
    good: "M14 25l7 7 13-15",
    bad: "M16 16l16 16M32 16L16 32",
    late: "M24 13v11l8 6",
    open: "M19 19c0-7 11-7 11 0 0 5-6 4-6 9M24 34v1",
};

let chosen = null; // a language that was touched; nothing is remembered beyond this page
let found = {verdict: "checking"};

function written(tag) {
    const {language, script} = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
}

function tongue() {
    const wanted = [chosen, found.receipt?.language, ...navigator.languages];
    const spoken = Object.keys(shop.words);
    for (const tag of wanted.filter(Boolean)) {
        const [language] = tag.split("-");
        const near = [tag, written(tag), language].find(each => spoken.includes(each))
            ?? spoken.find(each => written(each) === written(tag));
        if (near) return near;
    }
    return spoken[0];
}

function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    Object.assign(made, properties);
    made.append(...children.filter(child => child !== null));
    return made;
}

function drawing(tag, attributes) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
}

function mark(name) {
    const picture = drawing("svg", {viewBox: "0 0 48 48", class: "mark", "aria-hidden": "true"});
    picture.append(drawing("circle", {cx: 24, cy: 24, r: 20}), drawing("path", {d: MARKS[name]}));
    return picture;
}

function codePicture(code, label) {
    const rows = smallCode(code), quiet = 4, side = rows.length + 2 * quiet;
    const dark = rows.flatMap((row, y) => row.map((set, x) => set ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")).join("");
    const picture = drawing("svg", {
        viewBox: `0 0 ${side} ${side}`, class: "code", role: "img", "aria-label": label, "shape-rendering": "crispEdges",
    });
    picture.append(drawing("path", {d: dark}));
    return picture;
}

const spaced = code => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);

function moment(tag, date, ...lines) {
    const told = lines.map(parts => element("span", {
        textContent: new Intl.DateTimeFormat(tag, {...parts, numberingSystem: "latn", calendar: "gregory"}).format(date),
    }));
    return element("time", {dateTime: date.toISOString()}, ...told);
}

function verdictLine(words, symbol) {
    return element("p", {className: `verdict ${symbol}`}, mark(symbol), words.verdict[found.verdict]);
}

function fact(label, ...told) {
    return element("div", {}, element("dt", {textContent: label}), element("dd", {}, ...told));
}

function presented(words, code, note) {
    return element("section", {className: "stub"},
        codePicture(code, `${words.code}: ${code.split("").join(" ")}`),
        element("div", {},
            element("h2", {textContent: words.code}),
            element("p", {className: "typed", dir: "ltr", translate: false, textContent: spaced(code)}),
            element("p", {className: "note", textContent: note})));
}

function contact(sentence) {
    const [before, after] = sentence.split("{contact}");
    const mail = /^[^\s@]+@[^\s@]+$/.test(shop.contact), telephone = /^\+?[\d ()/-]{5,}$/.test(shop.contact);
    const where = mail ? `mailto:${shop.contact}` : telephone ? `tel:${shop.contact.replace(/[^+\d]/g, "")}` : null;
    const told = where ? element("a", {href: where, textContent: shop.contact}) : element("span", {textContent: shop.contact});
    told.dir = "auto";
    return element("p", {}, before, told, after);
}

function answers(words, receipt) {
    const said = purpose => receipt.answer === "withdrawn" ? "withdrawn" : receipt.agreed.includes(purpose) ? "yes" : "no";
    return receipt.asked.map(purpose => fact(words.purpose[purpose], element("strong", {textContent: words.short[said(purpose)]})));
}

function notice(words, tag, receipt) {
    if (!found.notice) {
        return element("p", {className: "notice", textContent: fill(words.notice_other, {hash: receipt.notice.slice(0, 8)})});
    }
    const {version, words: languages} = found.notice;
    const told = languages[tag];
    const four = ["what", "why", "how_long", "who"].map(name => [told.labels[name], told[name]]);
    const twins = [[told.yes, told.yes_means], [told.no, told.no_means]];
    const parts = [...four, ...twins, ...told.details].flatMap(([heading, text]) =>
        [element("h3", {textContent: heading}), element("p", {textContent: text})]);
    return element("details", {className: "notice"},
        element("summary", {textContent: fill(words.notice_shown, {version})}),
        element("p", {className: "asked", textContent: told.question}), ...parts);
}

function genuine(words, tag) {
    const {receipt, code, verdict} = found;
    const symbol = verdict === "genuine" ? "good" : "late", over = verdict === "expired";
    const version = found.notice ? `${found.notice.version} · ` : "";
    return [
        element("article", {className: "ticket"},
            element("div", {className: "body"},
                verdictLine(words, symbol),
                element("h1", {textContent: words.said[receipt.answer]}),
                element("p", {textContent: verdict === "genuine" ? words.means[receipt.answer] : words.explain[verdict]}),
                element("dl", {},
                    ...answers(words, receipt),
                    fact(words.when, moment(tag, receipt.minute, DAY, TIME)),
                    fact(words.notice, element("span", {dir: "ltr", textContent: version + receipt.notice.slice(0, 8)})),
                    receipt.expires && fact(words.until, moment(tag, receipt.expires, DAY)))),
            over ? null : presented(words, code, words.code_note)),
        over ? element("section", {}, contact(words.ask)) : element("section", {},
            element("h2", {textContent: words.change}),
            element("p", {textContent: words.change_kiosk}),
            contact(words.change_contact),
            element("p", {className: "quiet", textContent: words.later})),
        element("section", {}, notice(words, tag, receipt)),
    ];
}

function refused(words) {
    const symbol = ["nothing", "cannot_check"].includes(found.verdict) ? "open" : "bad";
    const facts = {store: shop.store};
    return [
        element("article", {className: `ticket ${symbol}`},
            element("div", {className: "body"},
                verdictLine(words, symbol),
                element("h1", {textContent: fill(words.title[found.verdict], facts)}),
                element("p", {textContent: fill(words.explain[found.verdict], facts)})),
            found.code ? presented(words, found.code, words.code_unchecked) : null),
        element("section", {}, contact(words.ask)),
    ];
}

function languageChoice(tag, label) {
    const choice = document.getElementById("languages");
    if (!choice.length) {
        choice.append(...Object.entries(shop.names).map(([value, name]) => element("option", {value, lang: value, textContent: name})));
        choice.onchange = () => { chosen = choice.value; show(); };
        choice.hidden = false;
    }
    choice.value = tag;
    choice.setAttribute("aria-label", label);
}

function show() {
    const tag = tongue(), words = shop.words[tag];
    Object.assign(document.documentElement, {lang: tag, dir: shop.rtl.includes(tag) ? "rtl" : "ltr"});
    const page = document.getElementById("page");
    page.className = found.verdict;
    if (found.verdict === "checking") page.replaceChildren();
    else page.replaceChildren(...(found.receipt ? genuine(words, tag) : refused(words)));
    const heading = page.querySelector("h1")?.textContent;
    document.title = [heading, shop.store].filter(Boolean).join(" · ");
    document.getElementById("foot").textContent = words.foot;
    languageChoice(tag, words.languages);
}

async function read() {
    found = {verdict: "checking"};
    show();
    const fragment = location.hash, result = await examine(fragment, shop, new Date());
    if (result.receipt) {
        // The notice is what the visitor was told only if its hash is the one in the receipt.
        const hash = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(shop.notice))));
        if (hash.startsWith(result.receipt.notice)) result.notice = JSON.parse(shop.notice);
    }
    if (fragment !== location.hash) return; // another receipt was opened meanwhile
    found = result;
    show();
}

addEventListener("hashchange", read);
read();
