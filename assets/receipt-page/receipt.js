// Reads and verifies a receipt: base32 -> CBOR -> COSE_Sign1 -> CBOR Web Token. Nothing here touches the page or the network.

const COSE_SIGN1_TAG = 18, EDDSA = -8, HEADER_ALG = 1, HEADER_KID = 4;
const CLAIM_EXP = 4, CLAIM_IAT = 6, CLAIM_CTI = 7, CLAIM_ANSWER = -70001;
const VISIT_BYTES = 16, NOTICE_BYTES = 16, LAST_SECOND = 253402300799; // of the year 9999
const AHEAD_MS = 10 * 60 * 1000; // how far the clocks of a kiosk and of this phone may differ
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
const unhex = text => Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16));

class Refused extends Error {}

function check(holds) {
    if (!holds) throw new Refused("not_a_receipt");
}

function base32(text) {
    const bytes = new Uint8Array(Math.floor(text.length * 5 / 8));
    let bits = 0, held = 0, place = 0;
    for (const character of text) {
        const value = BASE32.indexOf(character);
        check(value >= 0);
        bits = bits << 5 | value;
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes[place++] = bits >> held;
            bits &= (1 << held) - 1;
        }
    }
    check(held < 5 && bits === 0); // one token has one spelling
    return bytes;
}

/** The one value in these bytes. Whole numbers, byte strings, arrays, maps, tags and null, each in its shortest form. */
function cbor(bytes) {
    let place = 0;
    function take(count) {
        check(place + count <= bytes.length);
        return bytes.subarray(place, place += count);
    }
    function size(info) {
        if (info < 24) return info;
        check(info <= 27);
        const value = take(1 << info - 24).reduce((sum, byte) => sum * 256 + byte, 0);
        check(value >= [24, 2 ** 8, 2 ** 16, 2 ** 32][info - 24] && Number.isSafeInteger(value));
        return value;
    }
    function value(depth) {
        check(depth < 5);
        const [head] = take(1), info = head & 31;
        if (head === 0xf6) return null;
        switch (head >> 5) {
        case 0: return size(info);
        case 1: return -1 - size(info);
        case 2: return take(size(info));
        case 4: {
            const count = size(info);
            check(count <= bytes.length);
            return Array.from({length: count}, () => value(depth + 1));
        }
        case 5: {
            const count = size(info), map = new Map();
            for (let pair = 0; pair < count; pair++) {
                const key = value(depth + 1);
                map.set(key, value(depth + 1));
            }
            return map;
        }
        case 6: return {tag: size(info), value: value(depth + 1)};
        default: throw new Refused("not_a_receipt");
        }
    }
    const found = value(0);
    check(place === bytes.length);
    return found;
}

function bstr(bytes) {
    const head = bytes.length < 24 ? [0x40 + bytes.length]
        : bytes.length < 256 ? [0x58, bytes.length]
        : [0x59, bytes.length >> 8, bytes.length & 255];
    return [...head, ...bytes];
}

/** ["Signature1", protected, h'', payload] in CBOR: what COSE_Sign1 signs. */
const toBeSigned = (header, payload) =>
    Uint8Array.from([0x84, 0x6a, ...new TextEncoder().encode("Signature1"), ...bstr(header), 0x40, ...bstr(payload)]);

function claims(payload, shop) {
    const body = cbor(payload);
    check(body instanceof Map);
    const visit = body.get(CLAIM_CTI), minute = body.get(CLAIM_IAT), told = body.get(CLAIM_ANSWER);
    check(visit instanceof Uint8Array && visit.length === VISIT_BYTES);
    check(Array.isArray(told) && told.length === 5);
    const [answer, asked, agreed, language, notice] = told;
    const choice = shop.answers[answer];
    check(choice !== undefined && (language === null || shop.tags[language] !== undefined));
    check([asked, agreed].every(mask => Number.isInteger(mask) && mask >= 0 && mask < 2 ** shop.purposes.length));
    check((agreed & ~asked) === 0 && (agreed !== 0) === (choice === "yes" && asked !== 0));
    check(notice instanceof Uint8Array && notice.length === NOTICE_BYTES);
    const expires = body.get(CLAIM_EXP) ?? null;
    const moment = seconds => {
        check(Number.isInteger(seconds) && seconds >= 0 && seconds <= LAST_SECOND);
        return new Date(seconds * 1000);
    };
    const within = mask => shop.purposes.filter((_, place) => mask >> place & 1);
    return {
        visit, answer: choice, minute: moment(minute), notice: hex(notice),
        asked: within(asked), agreed: within(agreed),
        expires: expires === null ? null : moment(expires),
        language: language === null ? null : shop.tags[language],
    };
}

/** The first 6 of the 32 bytes of SHA-256 over a visit id, as a number. The browser's own is not there without https. */
function digestStart(visit) {
    const primes = [];
    for (let number = 2; primes.length < 64; number++) if (primes.every(prime => number % prime)) primes.push(number);
    const fraction = root => (root - Math.floor(root)) * 2 ** 32 | 0;
    const turn = (word, count) => word >>> count | word << 32 - count;
    const block = new DataView(new ArrayBuffer(64));
    visit.forEach((byte, place) => block.setUint8(place, byte));
    block.setUint8(visit.length, 0x80);
    block.setUint32(60, visit.length * 8);
    const words = Array.from({length: 16}, (_, place) => block.getInt32(place * 4));
    for (let place = 16; place < 64; place++) {
        const old = words[place - 15], near = words[place - 2];
        words.push(words[place - 16] + (turn(old, 7) ^ turn(old, 18) ^ old >>> 3)
            + words[place - 7] + (turn(near, 17) ^ turn(near, 19) ^ near >>> 10) | 0);
    }
    const start = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
    let [a, b, c, d, e, f, g, h] = start;
    for (let place = 0; place < 64; place++) {
        const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + fraction(Math.cbrt(primes[place])) + words[place] | 0;
        const other = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + other | 0];
    }
    return (a + start[0] >>> 0) * 2 ** 16 + (b + start[1] >>> 16);
}

/** The receipt's typed form: 45 bits of SHA-256 of the visit in Crockford's characters, and a check character. */
function shortCode(visit) {
    let bits = Math.floor(digestStart(visit) / 8);
    const digits = [];
    for (let place = 0; place < 9; place++) {
        digits.unshift(bits % 32);
        bits = Math.floor(bits / 32);
    }
    const sum = digits.reduceRight(({total, weight}, digit) => {
        const value = digit * weight;
        return {total: total + Math.floor(value / 32) + value % 32, weight: 3 - weight};
    }, {total: 0, weight: 2}).total;
    return [...digits, (32 - sum % 32) % 32].map(digit => CROCKFORD[digit]).join("");
}

/**
 * What a URL's fragment is: {verdict, receipt, code}.
 *
 * verdict: genuine, expired, from_the_future (with receipt and code), cannot_check (with a code that nobody vouches for),
 * altered, another_shop, not_a_receipt, nothing.
 */
async function examine(fragment, shop, now) {
    const token = fragment.replace(/^#/, "").trim().toUpperCase();
    if (!token) return {verdict: "nothing"};
    try {
        const message = cbor(base32(token));
        check(message?.tag === COSE_SIGN1_TAG && Array.isArray(message.value) && message.value.length === 4);
        const [header, unprotected, payload, signature] = message.value;
        check([header, payload, signature].every(part => part instanceof Uint8Array) && unprotected instanceof Map);
        const said = cbor(header);
        check(said instanceof Map && said.get(HEADER_ALG) === EDDSA && said.get(HEADER_KID) instanceof Uint8Array);
        if (unprotected.size) return {verdict: "altered"};
        const signer = shop.keys.find(key => key.id === hex(said.get(HEADER_KID)));
        if (!signer) return {verdict: "another_shop"};
        let genuine;
        try {
            const key = await crypto.subtle.importKey("raw", unhex(signer.key), "Ed25519", false, ["verify"]);
            genuine = await crypto.subtle.verify("Ed25519", key, signature, toBeSigned(header, payload));
        } catch { // an older browser, or a page that came without https
            return {verdict: "cannot_check", code: shortCode(claims(payload, shop).visit)};
        }
        if (!genuine) return {verdict: "altered"};
        const receipt = claims(payload, shop);
        const verdict = receipt.expires && now >= receipt.expires ? "expired"
            : receipt.minute - now > AHEAD_MS ? "from_the_future"
            : "genuine";
        return {verdict, receipt, code: shortCode(receipt.visit)};
    } catch (error) {
        if (error instanceof Refused) return {verdict: error.message};
        throw error;
    }
}
