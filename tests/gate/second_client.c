/* gate SOCKET CAMERA KIOSK_UID: the gate's side of PROTOCOL.md, with a clock in place of a camera. */
#define _GNU_SOURCE
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#define MS 1000000LL
#define GRANT "epoch:name seq:number visit:name purposes:names tap_ns:number party:number max_ms:number " \
              "record:name"

enum { LINE_BYTES = 16384, NAME_BYTES = 64, GRANTS = 64, RENEWS = 8, TICK_MS = 10, RETRY_MS = 250 };
enum stage { DARK, WELCOMED, SYNCED, LIVE };
static struct { /* forgotten when the connection ends */
    int fd;
    enum stage stage;
    long long now_ns, offset_ns, seq, lease_end_ns, no_ns, stat_ns;
    struct { char n[17]; long long sent_ns; } renews[RENEWS]; /* the newest is the last */
    json_t *grants; /* by visit, as they came, with a dwell and a state of our own */
    char epoch[NAME_BYTES + 1], line[LINE_BYTES];
    size_t line_bytes;
} gate;
static char boot_id[40];
static long long times_bound;
static volatile sig_atomic_t stopping;

static void on_sigterm(int number) { (void)number; stopping = 1; }
static const char *text(json_t *m, const char *key) { return json_string_value(json_object_get(m, key)); }
static json_int_t number(json_t *m, const char *key) { return json_integer_value(json_object_get(m, key)); }
static bool same(const char *a, const char *b) { return strcmp(a, b) == 0; }

static bool is_name(const char *s) {
    size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    return n >= 1 && n <= NAME_BYTES && !s[n];
}

static bool is_text(const char *s) {
    int characters = 0;
    for (; (unsigned char)*s >= ' ' && *s != 0x7f; s++)
        if ((*s & 0xc0) != 0x80) characters++; /* not a later byte of a UTF-8 character */
    return !*s && characters <= 200;
}

static bool is_a(const char *kind, json_t *value) {
    if (same(kind, "name")) return json_is_string(value) && is_name(json_string_value(value));
    if (same(kind, "text")) return json_is_string(value) && is_text(json_string_value(value));
    if (same(kind, "flag")) return json_is_boolean(value);
    if (same(kind, "number")) return json_is_integer(value) && json_integer_value(value) >= 0;
    for (size_t i = 0; same(kind, "names") && i < json_array_size(value); i++)
        if (!is_a("name", json_array_get(value, i))) return false;
    return json_is_array(value);
}

static bool has(json_t *m, const char *fields) {
    char key[16], kind[8];
    for (int n; sscanf(fields, " %15[a-z_]:%7s%n", key, kind, &n) == 2; fields += n)
        if (!is_a(kind, json_object_get(m, key))) return false;
    return true;
}

static long long read_clock(clockid_t id) {
    struct timespec t;
    if (clock_gettime(id, &t)) abort();
    return t.tv_sec * 1000 * MS + t.tv_nsec;
}

static long long clock_offset(void) {
    for (;;) { /* a pause between the readings must not pass for sleep */
        long long awake_ns = read_clock(CLOCK_MONOTONIC), now_ns = read_clock(CLOCK_BOOTTIME);
        if (read_clock(CLOCK_MONOTONIC) - awake_ns < 5 * MS) return now_ns - awake_ns;
    }
}

static bool is_good(void) {
    long long earlier_ns = gate.now_ns;
    gate.now_ns = read_clock(CLOCK_BOOTTIME);
    if (gate.fd < 0 || gate.now_ns < earlier_ns) return false;
    if (llabs(clock_offset() - gate.offset_ns) > 50 * MS) return false;
    return gate.stage < LIVE || gate.now_ns < gate.lease_end_ns;
}

static bool holds(json_t *g) { return (gate.now_ns - number(g, "tap_ns")) / MS < number(g, "max_ms"); }
static bool is_refused(json_t *g) { return gate.no_ns && number(g, "tap_ns") - gate.no_ns <= 500 * MS; }
static bool allows(json_t *g) {
    bool dwell = json_is_true(json_object_get(g, "dwell"));
    return dwell && same(text(g, "state"), "bound") && holds(g) && !is_refused(g);
}

static bool show(void) { /* the check at every use */
    static char shown[GRANTS * (NAME_BYTES + 1) + 8];
    char state[sizeof shown];
    bool good = is_good();
    const char *visit;
    json_t *g;
    strcpy(state, !good || gate.stage == DARK ? "dark" : gate.stage == LIVE ? "live" : "sync");
    json_object_foreach(gate.grants, visit, g)
        if (good && gate.stage == LIVE && allows(g)) strcat(strcat(state, " "), visit);
    if (!same(state, shown)) printf("%lld %s\n", gate.now_ns, strcpy(shown, state));
    return good;
}

static bool say(json_t *m) {
    char line[1024];
    size_t n = json_dumpb(m, line, sizeof line - 1, JSON_COMPACT);
    json_decref(m);
    if (n == 0 || n >= sizeof line) return false;
    line[n++] = '\n';
    /* shown first: what is acknowledged must be in force, and the write may take 0.5 s */
    return show() && send(gate.fd, line, n, MSG_NOSIGNAL) == (ssize_t)n;
}

static bool say_ack(void) { return say(json_pack("{s:s, s:I}", "t", "ack", "seq", (json_int_t)gate.seq)); }

static bool say_renew(void) {
    unsigned long long random;
    char *n = gate.renews[RENEWS - 1].n;
    if (getrandom(&random, sizeof random, 0) != sizeof random) return false;
    memmove(gate.renews, gate.renews + 1, sizeof gate.renews - sizeof *gate.renews);
    sprintf(n, "%016llx", random);
    gate.renews[RENEWS - 1].sent_ns = read_clock(CLOCK_BOOTTIME); /* before the write, never after */
    return say(json_pack("{s:s, s:s, s:I}", "t", "renew", "n", n, "seq", (json_int_t)gate.seq));
}

static bool on_welcome(json_t *m) {
    strcpy(gate.epoch, text(m, "epoch"));
    gate.stage = WELCOMED;
    return number(m, "v") == 1 && same(text(m, "boot"), boot_id) && say_renew();
}

static bool keep(json_t *m) {
    json_t *old = json_object_get(gate.grants, text(m, "visit")), *purpose;
    bool moment_is_over = gate.now_ns - number(m, "tap_ns") >= 500 * MS, dwell = false;
    const char *state = gate.stage == WELCOMED && moment_is_over ? "nobody" : "waiting";
    size_t i;
    if (number(m, "party") < 1 || (old && number(m, "tap_ns") <= number(old, "tap_ns"))) return false;
    json_array_foreach(json_object_get(m, "purposes"), i, purpose)
        if (same(json_string_value(purpose), "dwell")) dwell = true;
    if (json_object_set_new(m, "dwell", json_boolean(dwell))) return false; /* ours, never the kiosk's */
    if (json_object_set_new(m, "state", json_string(state))) return false;
    return !json_object_set(gate.grants, text(m, "visit"), m) && json_object_size(gate.grants) <= GRANTS;
}

static bool on_snapshot(json_t *m) {
    json_t *g;
    size_t i;
    gate.seq = number(m, "seq");
    json_array_foreach(json_object_get(m, "grants"), i, g) {
        if (!has(g, "t:text " GRANT) || !same(text(g, "t"), "grant")) return false;
        if (!same(text(g, "epoch"), gate.epoch)) return false;
        if (number(g, "seq") < 1 || number(g, "seq") > gate.seq || !keep(g)) return false;
    }
    gate.stage = SYNCED;
    return say_ack();
}

static bool on_lease(json_t *m) {
    long long ttl_ms = number(m, "ttl_ms") < 1000 ? number(m, "ttl_ms") : 1000;
    if (number(m, "seq") != gate.seq) return false;
    for (size_t i = 0; i < RENEWS; i++) {
        if (!same(text(m, "n"), gate.renews[i].n)) continue;
        gate.lease_end_ns = gate.renews[i].sent_ns + (ttl_ms - 50) * MS;
        gate.stage = LIVE;
        memset(gate.renews, 0, i * sizeof *gate.renews); /* the older ones are void */
    }
    return true;
}

static bool is_next(json_t *m) { return number(m, "seq") - 1 == gate.seq++; }
static bool on_grant(json_t *m) { return is_next(m) && keep(m) && say_ack(); }

static bool on_revoke(json_t *m) {
    const char *visit = text(m, "visit");
    if (!is_next(m) || !(is_name(visit) || same(visit, "*"))) return false;
    if (same(visit, "*")) json_object_clear(gate.grants);
    else json_object_del(gate.grants, visit);
    if (number(m, "tap_ns") > gate.no_ns) gate.no_ns = number(m, "tap_ns");
    if (!say_ack()) return false;
    return !json_is_true(json_object_get(m, "erase")) ||
           say(json_pack("{s:s, s:s, s:I, s:{}, s:s, s:s}", "t", "erased", "visit", visit, /* nothing was kept */
                         "seq", (json_int_t)gate.seq, "counts", "key", "", "signature", ""));
}

struct known { const char *t; enum stage first, last; bool (*take)(json_t *); const char *fields; };
static const struct known KNOWN[] = {
    {"welcome", DARK, DARK, on_welcome, "v:number kiosk:text epoch:name boot:name"},
    {"snapshot", WELCOMED, WELCOMED, on_snapshot, "epoch:name seq:number grants:list"},
    {"lease", SYNCED, LIVE, on_lease, "n:name epoch:name seq:number ttl_ms:number"},
    {"grant", SYNCED, LIVE, on_grant, GRANT},
    {"revoke", SYNCED, LIVE, on_revoke, "epoch:name seq:number visit:text why:text tap_ns:number erase:flag"},
    {.t = "bye"}, {.t = "hello"}, {.t = "renew"}, {.t = "ack"}, {.t = "bound"}, {.t = "stat"}};

static bool take(json_t *m) {
    const struct known *k = KNOWN, *end = k + sizeof KNOWN / sizeof *KNOWN;
    if (!has(m, "t:text")) return false;
    while (k < end && !same(text(m, "t"), k->t)) k++;
    if (k == end) return !json_is_true(json_object_get(m, "crit"));
    if (!k->take || gate.stage < k->first || gate.stage > k->last || !has(m, k->fields)) return false;
    return (gate.stage == DARK || same(text(m, "epoch"), gate.epoch)) && k->take(m);
}

static bool receive(void) {
    ssize_t n = recv(gate.fd, gate.line + gate.line_bytes, LINE_BYTES - gate.line_bytes, 0);
    if (n <= 0) return false;
    gate.line_bytes += (size_t)n;
    for (char *end; (end = memchr(gate.line, '\n', gate.line_bytes));) {
        json_t *m = json_loadb(gate.line, (size_t)(end - gate.line), JSON_REJECT_DUPLICATES, NULL);
        bool good = show() && take(m);
        json_decref(m);
        if (!good) return false;
        gate.line_bytes -= (size_t)(end + 1 - gate.line);
        memmove(gate.line, end + 1, gate.line_bytes);
    }
    return gate.line_bytes < LINE_BYTES;
}

static bool say_bound(const char *visit, json_t *g) {
    long long age_ns = gate.now_ns - number(g, "tap_ns");
    bool was_bound = same(text(g, "state"), "bound"), waits = same(text(g, "state"), "waiting");
    const char *state = "bound", *why = "alone in the spot";
    if (!holds(g) || age_ns < 500 * MS || !(waits || (was_bound && is_refused(g)))) return true;
    if (is_refused(g)) state = was_bound ? "tainted" : "ambiguous", why = "somebody at the kiosk said no";
    else if (age_ns > 800 * MS) state = "lost", why = "the permission came too late";
    else times_bound++;
    json_object_set_new(g, "state", json_string(state));
    return say(json_pack("{s:s, s:s, s:I, s:s, s:s}", "t", "bound", "visit", visit,
                         "tap_ns", number(g, "tap_ns"), "state", state, "why", why));
}

static bool say_what_is_due(void) {
    const char *visit;
    json_t *g;
    long long renew_ns = gate.renews[RENEWS - 1].sent_ns;
    if (gate.stage > DARK && gate.now_ns - renew_ns >= 250 * MS && !say_renew()) return false;
    if (gate.stage < LIVE) return true;
    json_object_foreach(gate.grants, visit, g) if (!say_bound(visit, g)) return false;
    if (gate.now_ns - gate.stat_ns < 1000 * MS) return true;
    gate.stat_ns = gate.now_ns;
    return say(json_pack("{s:s, s:{s:I}}", "t", "stat", "counters", "bound", (json_int_t)times_bound));
}

static bool turn(void) {
    struct pollfd p = {gate.fd, POLLIN, 0};
    poll(&p, 1, TICK_MS);
    return show() && (!p.revents || receive()) && say_what_is_due() && show();
}

static void hang_up(void) {
    if (gate.fd >= 0) close(gate.fd);
    json_decref(gate.grants);
    memset(&gate, 0, sizeof gate);
    gate.fd = gate.seq = -1;
    gate.grants = json_object();
    show();
}

static bool meet(const char *path, const char *camera, uid_t kiosk_uid) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct timeval patience = {.tv_usec = 500000};
    struct ucred peer;
    socklen_t n = sizeof peer;
    char machine[65] = "";
    strcpy(address.sun_path, path);
    gethostname(machine, sizeof machine - 1);
    gate.offset_ns = clock_offset();
    gate.fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (gate.fd < 0 || setsockopt(gate.fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience)) return false;
    if (connect(gate.fd, (struct sockaddr *)&address, sizeof address)) return false;
    if (getsockopt(gate.fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) || peer.uid != kiosk_uid) return false;
    return say(json_pack("{s:s, s:i, s:o, s:s, s:s, s:b}", "t", "hello", "v", 1,
                         "gate", json_sprintf("%s-%d", machine, (int)getpid()),
                         "camera", camera, "boot", boot_id, "binds", 1));
}

static const char *complaint(int argc, char **argv) {
    FILE *boot = fopen("/proc/sys/kernel/random/boot_id", "r");
    if (!boot || fscanf(boot, "%39s", boot_id) != 1 || fclose(boot)) return "this machine names no boot";
    if (argc != 4) return "usage: gate SOCKET CAMERA KIOSK_UID";
    if (!*argv[1] || strlen(argv[1]) > 107) return "SOCKET must be a path of 1 to 107 bytes";
    if (!is_name(argv[2]) || strlen(argv[2]) > 32) return "CAMERA must be 1 to 32 of A-Z a-z 0-9 . _ -";
    if (!*argv[3] || argv[3][strspn(argv[3], "0123456789")] || strtoul(argv[3], NULL, 10) >= (uid_t)-1)
        return "KIOSK_UID must be the number of a user";
    return NULL;
}

int main(int argc, char **argv) {
    struct sigaction on_term = {.sa_handler = on_sigterm};
    const char *wrong = complaint(argc, argv);
    if (wrong) {
        fprintf(stderr, "gate: %s\n", wrong);
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    sigaction(SIGTERM, &on_term, NULL);
    gate.fd = -1;
    for (hang_up(); !stopping; poll(NULL, 0, stopping ? 0 : RETRY_MS)) {
        bool good = meet(argv[1], argv[2], (uid_t)strtoul(argv[3], NULL, 10));
        while (good && !stopping) good = turn();
        if (good) say(json_pack("{s:s, s:s}", "t", "bye", "why", "closing"));
        hang_up();
    }
    return 0;
}
