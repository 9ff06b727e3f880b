// The small QR code that the kiosk's scanner types: version 1, level H, which holds exactly ten alphanumeric characters.

const SIDE = 21, DATA_BYTES = 9, CHECK_BYTES = 17, FORMAT_H_MASK_0 = 0b001011010001001;
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Reed-Solomon check bytes over GF(256) with x^8 + x^4 + x^3 + x^2 + 1. */
function checkBytes(data) {
    const times = (one, other) => {
        let product = 0;
        for (let bit = 7; bit >= 0; bit--) product = product << 1 ^ (product >> 7) * 0x11d ^ (other >> bit & 1) * one;
        return product;
    };
    let divisor = [1];
    for (let root = 1, count = 0; count < CHECK_BYTES; count++, root = times(root, 2)) {
        divisor = [...divisor, 0].map((factor, place) => factor ^ times(divisor[place - 1] ?? 0, root));
    }
    const rest = [...data, ...Array(CHECK_BYTES).fill(0)];
    for (let place = 0; place < data.length; place++) {
        const lead = rest[place];
        divisor.forEach((factor, offset) => { rest[place + offset] ^= times(factor, lead); });
    }
    return rest.slice(data.length);
}

/** 21 rows of 21 booleans, dark is true, for a text of ten characters of ALPHANUMERIC. */
function smallCode(text) {
    let bits = "0010" + text.length.toString(2).padStart(9, "0");
    for (let place = 0; place < text.length; place += 2) {
        const [one, other] = [text[place], text[place + 1]].map(character => ALPHANUMERIC.indexOf(character));
        bits += (one * 45 + other).toString(2).padStart(11, "0");
    }
    const data = bits.padEnd(DATA_BYTES * 8, "0").match(/.{8}/g).map(byte => parseInt(byte, 2));
    const stream = [...data, ...checkBytes(data)].map(byte => byte.toString(2).padStart(8, "0")).join("");

    const rows = Array.from({length: SIDE}, () => Array(SIDE).fill(null));
    const paint = (row, column, dark) => { if (row in rows && column in rows) rows[row][column] = dark; };
    for (const [top, left] of [[0, 0], [0, SIDE - 7], [SIDE - 7, 0]]) {
        for (let row = -1; row <= 7; row++) {
            for (let column = -1; column <= 7; column++) {
                const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
                paint(top + row, left + column, ring !== 2 && ring < 4);
            }
        }
    }
    for (let place = 8; place < SIDE - 8; place++) {
        paint(6, place, place % 2 === 0);
        paint(place, 6, place % 2 === 0);
    }
    for (let bit = 0; bit < 15; bit++) {
        const dark = Boolean(FORMAT_H_MASK_0 >> bit & 1);
        const [row, column] = bit < 6 ? [bit, 8] : bit === 6 ? [7, 8] : bit === 7 ? [8, 8] : bit === 8 ? [8, 7] : [8, 14 - bit];
        paint(row, column, dark);
        if (bit < 8) paint(8, SIDE - 1 - bit, dark);
        else paint(SIDE - 15 + bit, 8, dark);
    }
    paint(SIDE - 8, 8, true);

    let next = 0;
    for (let right = SIDE - 1; right > 0; right -= 2) {
        if (right === 6) right = 5; // the timing column
        const up = (right + 1 & 2) === 0;
        for (let step = 0; step < SIDE; step++) {
            const row = up ? SIDE - 1 - step : step;
            for (const column of [right, right - 1]) {
                if (rows[row][column] === null) rows[row][column] = stream[next++] === "1" !== ((row + column) % 2 === 0);
            }
        }
    }
    return rows;
}
