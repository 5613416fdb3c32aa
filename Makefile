# The two commands of the README are run and test; all set-up is theirs.
MODE ?= debug
# SWIFT_FLAGS are the caller's; all that share .build need the same.
CHECKED = --explicit-target-dependency-import-check error $(SWIFT_FLAGS)
SWIFT_BUILD = swift build -c $(MODE) $(CHECKED)

.PHONY: run test check build format lint manners conformance durability cli faults drill browser invoices webhooks signin metrics parts service screens bench bench-engines postgres soak clean

run: build
	@MODE=$(MODE) exec Scripts/run

build:
	@Scripts/install build
	@$(SWIFT_BUILD) --product kohortd
	@$(SWIFT_BUILD) --product kohort

# What talks over live sockets and counts seconds runs alone, after the crowd. So does what starts other programs: where
# more than a thousand descriptors are open, Foundation's Process reads past the end of their listing and crashes.
LIVE = LiveBodyTests|SecurityHeadersTests|HTTPServerBuilderKohortTests|BlockingThreadsTests|BodyRulesTests|SubmissionReaderTests|WebhookPatienceTests|KohortOutboundTests|JourneyTests|FolderLockTests|PartsTests|whose.disk.hangs
# Each test has stores and threads of its own: with more at once than this, they wait for one another's locks.
AT_ONCE = --experimental-maximum-parallelization-width $$((3 * $$(getconf _NPROCESSORS_ONLN)))
SWIFT_TEST = KOHORT_PYTHON="$$(Scripts/python)/bin/python3" swift test $(CHECKED)

test:
	@Scripts/install test
	@$(SWIFT_TEST) $(AT_ONCE) --skip '$(LIVE)'
	@$(SWIFT_TEST) --no-parallel --filter '$(LIVE)'

# The wide ring, the real daemon judged from outside; what each part checks stands in Docs/testing.md.
check:
	@Scripts/check

manners: build
	@Scripts/install check
	@/usr/bin/python3 Tests/e2e/run/check.py .build/$(MODE)

conformance: build
	@Scripts/install test
	@"$$(Scripts/python)/bin/python3" Tests/e2e/api/conformance.py .build/$(MODE)/kohortd --self-test
	@"$$(Scripts/python)/bin/python3" Tests/e2e/api/conformance.py .build/$(MODE)/kohortd

durability: build
	@Scripts/install check
	@/usr/bin/python3 Tests/e2e/durability/syncs.py .build/$(MODE)/kohortd
	@/usr/bin/python3 Tests/e2e/durability/kill.py .build/$(MODE)/kohortd 20
	@/usr/bin/python3 Tests/e2e/durability/points.py .build/$(MODE) 20

# The operator's tool, with the daemon running and stopped.
cli: build
	@Scripts/install check
	@/usr/bin/python3 -B Tests/e2e/cli/cli.py .build/$(MODE)
	@/usr/bin/python3 -B Tests/e2e/cli/demo.py .build/$(MODE)

# A full disk, broken files, a clock that jumps, no descriptors, and a stop amid uploads, under the real daemon; mounts of its own.
faults: build
	@Scripts/install check
	@/usr/bin/python3 Tests/e2e/faults/full_disk.py .build/$(MODE)/kohortd
	@/usr/bin/python3 Tests/e2e/faults/tenants.py .build/$(MODE)
	@/usr/bin/python3 Tests/e2e/faults/clock.py .build/$(MODE)
	@/usr/bin/python3 Tests/e2e/faults/stopping.py .build/$(MODE)
	@/usr/bin/python3 Tests/e2e/faults/descriptors.py .build/$(MODE)

# Everything destroyed, and made again of backups and the secret; deletions to their end.
drill: build
	@Scripts/install check
	@"$$(Scripts/python)/bin/python3" Tests/e2e/engines/drill.py .build/$(MODE)

# Speed as ratios to a constant answer and to a bare insert, in one run: see Docs/performance.md.
bench:
	@Scripts/install bench
	@swift build -c release --explicit-target-dependency-import-check error --product kohortd
	@swift build -c release --explicit-target-dependency-import-check error --product kohort-bench
	@/usr/bin/python3 Tests/e2e/bench/bench.py .build/release
	@[ -z "$$PEER" ] || /usr/bin/python3 Tests/e2e/bench/peers.py .build/release

# The same loads on SQLite and on PostgreSQL, in one run; both sync what they acknowledge.
bench-engines:
	@Scripts/install bench
	@swift build -c release --scratch-path .build-postgres --traits PostgreSQL \
		--explicit-target-dependency-import-check error --product kohort-bench
	@KOHORT_POSTGRES_FSYNC=on TMPDIR="$$(pwd)/.build-postgres" Tests/e2e/with-postgres \
		/usr/bin/python3 Tests/e2e/bench/engines.py .build-postgres/release

# Every page of the route table and the journeys through them, in Chromium; what it must see is planted first.
browser: build
	@Scripts/install check
	@MODE=$(MODE) "$$(Scripts/python)/bin/python3" Tests/e2e/browser/browser.py --self-test

# The documents of two fictional tenants, judged by the public rules and ours, with faults planted.
invoices:
	@Scripts/install test
	@Tests/e2e/invoices/check swift test $(CHECKED) --filter SampleDocumentsTests

# A real daemon's webhooks, judged by the reference verifier; two minutes, most of them waiting.
webhooks: build
	@Scripts/install test
	@"$$(Scripts/python)/bin/python3" Tests/e2e/webhooks/deliver.py .build/$(MODE)/kohortd

# The daemon's figures, read by Prometheus' own parser.
metrics: build
	@Scripts/install test
	@"$$(Scripts/python)/bin/python3" Tests/e2e/metrics/scrape.py .build/$(MODE)/kohortd

# What is inside, as CycloneDX, in .build/parts.json; judged by CycloneDX' own schema and against Package.resolved.
parts:
	@Scripts/install test
	@mkdir -p .build && Scripts/parts >.build/parts.json
	@"$$(Scripts/python)/bin/python3" Tests/e2e/parts/check.py <.build/parts.json

# The unit for systemd, judged by systemd itself.
service:
	@Scripts/install check
	@Tests/e2e/service/check.sh

# Signing in to a real daemon by a provider that is not ours.
signin: build
	@Scripts/install test
	@"$$(Scripts/python)/bin/python3" Tests/e2e/signin/provider.py .build/$(MODE)/kohortd

# Pictures of the main pages.
screens: build
	@Scripts/install screens
	@MODE=$(MODE) "$$(Scripts/python)/bin/python3" Tests/e2e/browser/screens.py Docs/screens

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

# Every suite that has an engine beneath it, on a PostgreSQL of its own: all but those that know of none, and those about
# SQLite's own files. Then daemons, and tenants that move. A build of its own, unless .build has the trait (see .ci/run).
NO_ENGINE = KohortCoreTests|KohortOutboundTests|KohortWebTests|KohortSQLiteTests|ArchitectureTests|PartsTests
POSTGRES_BUILD ?= .build-postgres
POSTGRES = --scratch-path $(POSTGRES_BUILD) --traits PostgreSQL $(CHECKED)
POSTGRES_TEST = Tests/e2e/with-postgres swift test $(POSTGRES)
postgres:
	@Scripts/install check
	@swift build $(POSTGRES) --build-tests
	@$(POSTGRES_TEST) $(AT_ONCE) --skip '$(NO_ENGINE)|$(LIVE)'
	@$(POSTGRES_TEST) --no-parallel --filter '$(LIVE)' --skip '$(NO_ENGINE)'
	@Tests/e2e/with-postgres /usr/bin/python3 -B Tests/e2e/engines/move.py $(POSTGRES_BUILD)/debug
	@Tests/e2e/with-postgres /usr/bin/python3 -B Tests/e2e/engines/memory.py $(POSTGRES_BUILD)/debug
	@Tests/e2e/with-postgres /usr/bin/python3 -B Tests/e2e/engines/daemons.py $(POSTGRES_BUILD)/debug
	@Tests/e2e/with-postgres /usr/bin/python3 -B Tests/e2e/durability/points.py $(POSTGRES_BUILD)/debug 20
	@Tests/e2e/with-postgres "$$(Scripts/python)/bin/python3" Tests/e2e/daemons/three.py $(POSTGRES_BUILD)/debug 6
	@Tests/e2e/with-postgres "$$(Scripts/python)/bin/python3" Tests/e2e/engines/drill.py $(POSTGRES_BUILD)/debug

# The long forms of what kills, on each engine, each to its end; one table in .build/soak/table.
KILLS ?= 200
soak: build
	@Scripts/install check
	@swift build $(POSTGRES) --product kohortd
	@swift build $(POSTGRES) --product kohort
	@"$$(Scripts/python)/bin/python3" Tests/e2e/daemons/soak.py .build/$(MODE) $(POSTGRES_BUILD)/debug $(KILLS)

clean:
	@rm -rf .build .build-postgres
