# The two commands of the README are run and test; all set-up is theirs.
MODE ?= debug
SWIFT_BUILD = swift build -c $(MODE) --explicit-target-dependency-import-check error

.PHONY: run test check build format lint browser api-check postgres bench soak clean

run: build
	@MODE=$(MODE) Scripts/run

build:
	@Scripts/install build
	@$(SWIFT_BUILD) --product kohortd
	@$(SWIFT_BUILD) --product kohort

test:
	@Scripts/install test
	@KOHORT_PYTHON="$$(Scripts/python)/bin/python3" swift test --explicit-target-dependency-import-check error

# The wide ring: form, the store on both engines, the API against its own description.
check: lint postgres

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

# The suites that do not depend on one engine, on a PostgreSQL of their own.
postgres:
	@Scripts/install check
	@Tests/e2e/with-postgres swift test --scratch-path .build-postgres --traits PostgreSQL --filter 'KohortStoreTests'

clean:
	@rm -rf .build .build-postgres
