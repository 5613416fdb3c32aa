# The two commands of the README are run and test; all set-up is theirs.
MODE ?= debug
SWIFT_BUILD = swift build -c $(MODE) --explicit-target-dependency-import-check error

.PHONY: run test check build format lint manners durability postgres soak clean

run: build
	@MODE=$(MODE) exec Scripts/run

build:
	@Scripts/install build
	@$(SWIFT_BUILD) --product kohortd
	@$(SWIFT_BUILD) --product kohort

# What talks over live sockets and counts seconds runs alone, after the crowd.
LIVE = LiveBodyTests|SecurityHeadersTests|HTTPServerBuilderKohortTests|BlockingThreadsTests|BodyRulesTests|SubmissionReaderTests
SWIFT_TEST = KOHORT_PYTHON="$$(Scripts/python)/bin/python3" swift test --explicit-target-dependency-import-check error

test:
	@Scripts/install test
	@$(SWIFT_TEST) --skip '$(LIVE)'
	@$(SWIFT_TEST) --no-parallel --filter '$(LIVE)'

# The wide ring: form, the two commands' manners, kills and syncs of the real daemon, store and modules on PostgreSQL.
check: lint manners durability postgres

manners: build
	@Scripts/install check
	@/usr/bin/python3 Tests/e2e/run/check.py .build/$(MODE)

durability: build
	@Scripts/install check
	@/usr/bin/python3 Tests/e2e/durability/syncs.py .build/$(MODE)/kohortd
	@/usr/bin/python3 Tests/e2e/durability/kill.py .build/$(MODE)/kohortd 20

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

# The suites that do not depend on one engine, on a PostgreSQL of their own. Nobody debugs this build.
SHARED = KohortStoreTests|TenancyTests|RecruitmentTests|ReportingTests
postgres:
	@Scripts/install check
	@Tests/e2e/with-postgres swift test --scratch-path .build-postgres --traits PostgreSQL -debug-info-format none \
		--explicit-target-dependency-import-check error --filter '$(SHARED)'

# The long form of the kills.
soak: build
	@Scripts/install check
	@/usr/bin/python3 Tests/e2e/durability/kill.py .build/$(MODE)/kohortd 200

clean:
	@rm -rf .build .build-postgres
