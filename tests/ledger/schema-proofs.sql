BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'ledger','first','2026-11-22 03:30:58.629827+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'ledger','proofs','2026-11-22 03:30:58.631235+00:00');
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
INSERT INTO "checkpoints" VALUES(11,'shop.example/front-door
11
KQiG8j9c/51rt0V9Fe2M36OTN19sN6epjGT6+KuMVMg=

— shop.example/front-door BP7PYkuwvkJJ3Q5B5SA8n21igLzkEzmzqTbYoONv3i1ih0D6IqKy9x94Ba7Edm1hQkd80aVPx65QzhJw7GxDbFoBkgA=
');
INSERT INTO "checkpoints" VALUES(14,'shop.example/front-door
14
AcfVBdpz8tAHmdovfRVv1FG/hOwL2l39dDSWqblIlaU=

— shop.example/front-door BP7PYuu1b4T8bL5UBmducgwDeqwUhdLm2Ap3HX9Dl3kQuamgwep2kJADV/rpdPcPERMRpiTfa2KaOE8C/sXDqBaIJgM=
');
CREATE TABLE nodes (
        level INTEGER, place INTEGER, hash BLOB NOT NULL, PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE "notices" (
   "hash" TEXT PRIMARY KEY,
   "content" TEXT NOT NULL
) STRICT;
INSERT INTO "notices" VALUES('0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697','{"facts":{"address":"12 Quay Street, Rivertown","authority":"the data protection authority","contact":"privacy@harbour-motors.example","controller":"Harbour Motors Ltd","evidence_months":36,"totals_months":12,"vendor":"Lumen Vision","visit_minutes":30},"purposes":["age_group","dwell"],"version":"1","words":{"en":{"headline":"There are cameras here."}}}');
CREATE TABLE open_visits (visit TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "open_visits" VALUES('00000000000000060000000000000000',14);
CREATE TABLE "probe" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT
) STRICT;
INSERT INTO "probe" VALUES(1,'');
CREATE TABLE records (
        seq INTEGER PRIMARY KEY, at TEXT, act TEXT, visit TEXT, code TEXT, salt BLOB, payload TEXT, leaf BLOB NOT NULL
    ) STRICT;
INSERT INTO "records" VALUES(1,'2026-11-21T12:00+00:00','notice',NULL,NULL,X'C97E7113B56A4E9717615F12353B2235','{"act":"notice","at":"2026-11-21T12:00+00:00","detail":{"notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697"},"software":"0.1.0"}',X'06CAFAD986BC52A99D997638056CFA0F311BD442E84A757A8766D9AD75568F6A');
INSERT INTO "records" VALUES(2,NULL,NULL,NULL,NULL,NULL,NULL,X'323AC8946BD09914030E18CEF780B87D9022A821C8D5C22F0EBDF03364701598');
INSERT INTO "records" VALUES(3,NULL,NULL,NULL,NULL,NULL,NULL,X'74086082BBB5A7044D84CDFE631852E3DE5D505595F88567F8B225CE6EFEC4B3');
INSERT INTO "records" VALUES(4,'2026-11-22T12:00+00:00','opt_in','00000000000000030000000000000000','5DZBWV167N',X'387ED5E8D58CF976376579C9D10340AC','{"act":"opt_in","agreed":["dwell"],"asked":["age_group","dwell"],"at":"2026-11-22T12:00+00:00","before":["db5bb52f049b876cf743c8059c32980d8026685d0b109588ba6138b77ed27b6a","3911b9387d647af6d4549e8d638d9bf21c82e7b8b53588973f52a958f5ae9c8e"],"choice":"opt_in","language":"en","method":"touch","notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697","profile":"EU","shown":"9b8e35535cf37b75fc64f81e053286f284add99653988c17036d074872aec2a5","software":"0.1.0","visit":"00000000000000030000000000000000"}',X'E0C9AA4FEECF916E0128C16E271F1619FE50E9F4C086E7036EF30889B3692A55');
INSERT INTO "records" VALUES(5,'2026-11-22T12:00+00:00','withdrawn','00000000000000030000000000000000','5DZBWV167N',X'0D4E0CE8FEE36D095467A66B138104DF','{"act":"withdrawn","at":"2026-11-22T12:00+00:00","software":"0.1.0","visit":"00000000000000030000000000000000","why":"receipt"}',X'EB14B68BBF8F7E91E5DB7D6691C109A557A8911B8A4652E88EAB85B5E60ED5C5');
INSERT INTO "records" VALUES(6,'2026-11-22T12:00+00:00','erasure','00000000000000030000000000000000','5DZBWV167N',X'7812096E5164E7F18005E35BC269F70C','{"act":"erasure","at":"2026-11-22T12:00+00:00","detail":{"camera":"door","counts":{"faces":3},"key":"p/bfr484uJuozmSbWU+R5NAf3Ff5yUk99DteUKmYc2c=","signature":"UGysHi3Y2LVsREM8UfBNKKFnvKW5c23n+PaD7iU+iDZKcbmHzq0IhCUmQmALUsvy/GvUW+Y0iPA/wb4RsL4CCA==","statement":"door: 3 faces"},"software":"0.1.0","visit":"00000000000000030000000000000000"}',X'A44B64F81090B4189BBA79026913081142BA4A28450BEDE8E9965A4D979D0605');
INSERT INTO "records" VALUES(7,'2026-11-22T12:00+00:00','alarm',NULL,NULL,X'B93E927D686A4762C9F5ED2E717B5059','{"act":"alarm","at":"2026-11-22T12:00+00:00","detail":{"cameras":["back"]},"software":"0.1.0"}',X'2F2F3E7734A8D565DEDCE20EC3099156F5450EC65AE191A3660F6BA553A032E4');
INSERT INTO "records" VALUES(8,'2026-11-22T12:00+00:00','staff',NULL,NULL,X'FA8C576598A3CFE9D44CCE280EC47877','{"act":"staff","at":"2026-11-22T12:00+00:00","by":"ada","software":"0.1.0","why":"alarm_cleared"}',X'176E4150FEF18BDBDA8DDBA1D3B9425167A56810DBC9EFA0C1D926AB1822F2F3');
INSERT INTO "records" VALUES(9,NULL,NULL,NULL,NULL,NULL,NULL,X'7E76DEB12C5C985DB194879F0B340E6BB28E98436B80319B5929F1555E40B149');
INSERT INTO "records" VALUES(10,'2026-11-22T12:00+00:00','erased',NULL,NULL,X'ED125002D1D845D6C6E63ED11BD398BA','{"act":"erased","at":"2026-11-22T12:00+00:00","detail":{"acts":{"opt_out":1},"count":1,"notices":[],"records":[[9,9]],"shown":[]},"software":"0.1.0","why":"asked for"}',X'4B519B069573AF9C52A005A14B0BE986C0FEC6FFD8DCCD5C91C23BBBE2AD2F8A');
INSERT INTO "records" VALUES(11,'2026-11-22T12:00+00:00','purged',NULL,NULL,X'2FE9D4D9DC2E69525F44E2E864C2245B','{"act":"purged","at":"2026-11-22T12:00+00:00","detail":{"acts":{"lapsed":1,"opt_out":1},"before":"2026-11-21T13:00+00:00","count":2,"notices":[],"records":[[2,3]],"shown":["10806b8bedadb8c5456011dc7a5b41ce06d7ac1e68d94b86f13f087fc73a8e35"]},"software":"0.1.0","why":"retention"}',X'8D3DFE333AB06C511292C9E92372424175B2D8D6EFE0856062146048C3C7D43F');
INSERT INTO "records" VALUES(12,'2026-11-23T12:00+00:00','opt_in','00000000000000050000000000000000','5GDS0T37TQ',X'F72A23677593E8A7ACA0E6B3B7AFBF54','{"act":"opt_in","agreed":["dwell"],"asked":["age_group","dwell"],"at":"2026-11-23T12:00+00:00","before":["db5bb52f049b876cf743c8059c32980d8026685d0b109588ba6138b77ed27b6a","3911b9387d647af6d4549e8d638d9bf21c82e7b8b53588973f52a958f5ae9c8e"],"choice":"opt_in","language":"en","method":"touch","notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697","profile":"EU","shown":"9b8e35535cf37b75fc64f81e053286f284add99653988c17036d074872aec2a5","software":"0.1.0","visit":"00000000000000050000000000000000"}',X'0DB0CC32B3EE3DE869DB7AC6B1A27E13D3D3B393834D60F27CE292FD069DED75');
INSERT INTO "records" VALUES(13,'2026-11-23T12:00+00:00','ended','00000000000000050000000000000000','5GDS0T37TQ',X'03C7DF7F6C68DF125CC418B3CD0FED34','{"act":"ended","at":"2026-11-23T12:00+00:00","software":"0.1.0","visit":"00000000000000050000000000000000","why":"left"}',X'8D8DA5B01DBD682A4644D45B62CA9583DE51BFF540ADFE28EDB5017A532C4338');
INSERT INTO "records" VALUES(14,'2026-11-23T12:00+00:00','opt_in','00000000000000060000000000000000','YRB642AGRG',X'7981585E0D7836A33A4A45530E91F8FF','{"act":"opt_in","agreed":["dwell"],"asked":["age_group","dwell"],"at":"2026-11-23T12:00+00:00","before":["db5bb52f049b876cf743c8059c32980d8026685d0b109588ba6138b77ed27b6a","3911b9387d647af6d4549e8d638d9bf21c82e7b8b53588973f52a958f5ae9c8e"],"choice":"opt_in","language":"en","method":"touch","notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697","profile":"EU","shown":"9b8e35535cf37b75fc64f81e053286f284add99653988c17036d074872aec2a5","software":"0.1.0","visit":"00000000000000060000000000000000"}',X'FBA9A4401A2786E6EE53428DB8F0FF621E92992A95AD614E36306E136BEBFB86');
CREATE TABLE "shown" (
   "hash" TEXT PRIMARY KEY,
   "content" TEXT NOT NULL
) STRICT;
INSERT INTO "shown" VALUES('9b8e35535cf37b75fc64f81e053286f284add99653988c17036d074872aec2a5','{"language":"en","layout":"portrait 1080x1920","notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697","order":["opt_in","opt_out"],"words":["Yes","No"]}');
INSERT INTO "shown" VALUES('db5bb52f049b876cf743c8059c32980d8026685d0b109588ba6138b77ed27b6a','{"language":"en","layout":"portrait 1080x1920","notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697","order":["opt_in","opt_out"],"words":["Age group?"]}');
INSERT INTO "shown" VALUES('3911b9387d647af6d4549e8d638d9bf21c82e7b8b53588973f52a958f5ae9c8e','{"language":"en","layout":"portrait 1080x1920","notice":"0ae8c6a7fc6aa1bce50abcb159f82d32b3a4c53894d8328d94efd3efeccb1697","order":["opt_in","opt_out"],"words":["Time?"]}');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TRIGGER shown_no_update BEFORE UPDATE ON shown BEGIN SELECT RAISE(ABORT, 'shown are append-only'); END;
CREATE TRIGGER shown_no_overwrite BEFORE INSERT ON shown WHEN EXISTS (SELECT 1 FROM shown WHERE hash = NEW.hash OR rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'shown are append-only'); END;
CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices BEGIN SELECT RAISE(ABORT, 'notices are append-only'); END;
CREATE TRIGGER notices_no_overwrite BEFORE INSERT ON notices WHEN EXISTS (SELECT 1 FROM notices WHERE hash = NEW.hash OR rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'notices are append-only'); END;
CREATE INDEX records_at ON records(at);
CREATE INDEX records_code ON records(code);
CREATE INDEX records_notice ON records(seq) WHERE act = 'notice';
CREATE INDEX records_duty ON records(seq) WHERE act IN ('alarm', 'staff');
CREATE TRIGGER records_no_update BEFORE UPDATE ON records WHEN NOT (
            NEW.seq = OLD.seq AND NEW.leaf = OLD.leaf
            AND coalesce(NEW.at, NEW.act, NEW.visit, NEW.code, NEW.salt, NEW.payload) IS NULL
            AND OLD.payload IS NOT NULL AND OLD.act NOT IN ('erased', 'purged')
            AND EXISTS (
        SELECT 1 FROM (SELECT act, payload FROM records ORDER BY seq DESC LIMIT 1) newest,
            json_each(newest.payload, '$.detail.records') told
        WHERE newest.act IN ('erased', 'purged') AND OLD.seq BETWEEN told.value ->> 0 AND told.value ->> 1
    )
        )
        BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER records_no_delete BEFORE DELETE ON records WHEN 1
        BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER records_no_overwrite BEFORE INSERT ON records WHEN EXISTS (SELECT 1 FROM records WHERE seq = NEW.seq OR rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER nodes_no_update BEFORE UPDATE ON nodes WHEN 1
        BEGIN SELECT RAISE(ABORT, 'nodes are append-only'); END;
CREATE TRIGGER nodes_no_delete BEFORE DELETE ON nodes WHEN 1
        BEGIN SELECT RAISE(ABORT, 'nodes are append-only'); END;
CREATE TRIGGER nodes_no_overwrite BEFORE INSERT ON nodes WHEN EXISTS (SELECT 1 FROM nodes WHERE level = NEW.level AND place = NEW.place)
        BEGIN SELECT RAISE(ABORT, 'nodes are append-only'); END;
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints WHEN 1
        BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints WHEN NOT (
        OLD.size < (SELECT max(size) FROM checkpoints) AND OLD.size % 256 <> 0 AND NOT coalesce((
            SELECT substr(this.at, 1, 10) <> substr(next.at, 1, 10)
            FROM records this, records next WHERE this.seq = OLD.size AND next.seq = OLD.size + 1
        ), 0)
    )
        BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER checkpoints_no_way_back BEFORE INSERT ON checkpoints WHEN NEW.size <= (SELECT max(size) FROM checkpoints)
        BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER shown_no_delete BEFORE DELETE ON shown WHEN NOT EXISTS (
        SELECT 1 FROM (SELECT act, payload FROM records ORDER BY seq DESC LIMIT 1) newest,
            json_each(newest.payload, '$.detail.shown') told
        WHERE newest.act IN ('erased', 'purged') AND told.value = OLD.hash
    )
        BEGIN SELECT RAISE(ABORT, 'shown are append-only'); END;
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices WHEN NOT EXISTS (
        SELECT 1 FROM (SELECT act, payload FROM records ORDER BY seq DESC LIMIT 1) newest,
            json_each(newest.payload, '$.detail.notices') told
        WHERE newest.act IN ('erased', 'purged') AND told.value = OLD.hash
    )
        BEGIN SELECT RAISE(ABORT, 'notices are append-only'); END;
COMMIT;
