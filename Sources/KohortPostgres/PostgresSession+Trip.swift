#if PostgreSQL
    import CPostgres
    import KohortStore

    extension PostgresSession {
        /// Runs one statement and lends its answer. What goes ahead of it and, the first time, its preparation are sent
        /// along: it waits for the server once.
        func run<Answer>(_ sql: SQL, _ read: (OpaquePointer) throws -> Answer) throws -> Answer {
            let result = try answer(to: sql)
            defer { PQclear(result) }
            return try read(result)
        }

        private func answer(to sql: SQL) throws -> OpaquePointer {
            settle()
            if statements.areTooMany { try forgetStatements() }
            let values = try PostgresValues(sql.values)
            let ahead = [path, beginning].compactMap(\.self)
            (path, beginning) = (nil, nil)
            guard PQenterPipelineMode(handle) == 1 else { throw PostgresFault(nil, on: handle) }
            for statement in ahead { sendPlain(statement) }
            let key = PostgresStatements.Key(text: sql.text, types: values.types)
            let new = send(key, values)
            PQpipelineSync(handle)
            let results = received(syncs: ahead.count + 1)
            PQexitPipelineMode(handle)
            return try last(of: results, ahead.count, new, key)
        }

        /// Each of what goes ahead ends by itself, as if it had been sent alone: the place must not be undone with the
        /// transaction that comes after it.
        private func sendPlain(_ statement: String) {
            PQsendQueryParams(handle, statement, 0, nil, nil, nil, nil, 0)
            PQpipelineSync(handle)
        }

        /// Answers the name that the statement is prepared under from now on; nil where it is already, or need not be.
        /// Statements without values begin and end transactions or make tables: those are not worth preparing, and must
        /// not need it.
        private func send(_ key: PostgresStatements.Key, _ values: PostgresValues) -> String? {
            if values.types.isEmpty {
                PQsendQueryParams(handle, key.text, 0, nil, nil, nil, nil, 0)
                return nil
            }
            let known = statements[key]
            let name = known ?? statements.newName()
            if known == nil { PQsendPrepare(handle, name, key.numbered, Int32(values.types.count), values.types) }
            values.withPointers { _ = PQsendQueryPrepared(handle, name, Int32($0.count), $0, nil, nil, 0) }
            return known == nil ? name : nil
        }

        /// What comes back until the server has answered each end. Between two statements there is a nil; after two of
        /// them nothing comes any more.
        private func received(syncs: Int) -> [OpaquePointer] {
            roundTrips += 1
            var (results, missing, nils): ([OpaquePointer], Int, Int) = ([], syncs, 0)
            while missing > 0, nils < 2 {
                guard let result = PQgetResult(handle) else {
                    nils += 1
                    continue
                }
                nils = 0
                if PQresultStatus(result) == PGRES_PIPELINE_SYNC {
                    missing -= 1
                    PQclear(result)
                } else {
                    results.append(result)
                }
            }
            return results
        }

        /// The statement's own answer, or the first failure; all others are cleared.
        private func last(
            of results: [OpaquePointer], _ ahead: Int, _ new: String?, _ key: PostgresStatements.Key
        ) throws -> OpaquePointer {
            let expected = ahead + (new == nil ? 1 : 2)
            for (index, result) in results.enumerated() {
                do { _ = try checked(result) } catch let fault as PostgresFault {
                    if index < ahead { isSpoiled = true }
                    if fault.isOutdated { statements.forget(key) }
                    results[(index + 1)...].forEach { PQclear($0) }
                    throw fault
                }
                if index == ahead, let new { statements.keep(new, for: key) }
                if index < expected - 1 { PQclear(result) }
            }
            guard results.count == expected, let last = results.last else {
                isSpoiled = true
                throw PostgresFault(nil, on: handle)
            }
            return last
        }

        private func forgetStatements() throws {
            try run(script: "deallocate all") { _ in }
            statements.forgetAll()
        }
    }
#endif
