import KohortCore

extension Store {
    /// Writes the tenant, as it is in one snapshot, to a new file; work goes on beside it.
    package func export(
        to archive: Archive, slug: Slug, files: any FileStorage, at now: Instant, expiresAt: Instant? = nil
    ) async throws -> ArchiveEnd {
        let head = ArchiveHead(
            tenant: tenant, slug: slug, writtenAt: now, expiresAt: expiresAt, steps: composition.schema.steps)
        // On a thread for files, with a handle of its own: a long read would keep one of the few readers from requests.
        return try await threads.files.run { [self] thread in
            try storage.read(reader: threads.readerCount + thread) { connection in
                try archive.write(head, composition.schema, connection, files)
            }
        }
    }

    /// Fills the empty tenant that this is with an archive's rows and files. `schema` is what the tenant was made with.
    package func load(_ archive: Archive, made schema: Schema, files: any FileStorage) async throws {
        try await threads.files.run { [self] _ in
            try Interruption.retried { try storage.write { try archive.load(schema, $0, files) } }
        }
    }
}

extension Schema {
    /// Every step of it with its checksum, as archives name them.
    package var steps: [ArchiveHead.Step] {
        modules.flatMap { module in
            module.migrations.enumerated().map { number, migration in
                ArchiveHead.Step(module: module.name, number: number, checksum: migration.checksum)
            }
        }
    }

    /// This schema as it was when these steps were all there were; views are left to the migration that follows.
    /// Throws `otherSchema` where a step is not one of this schema's.
    package func made(by steps: [ArchiveHead.Step]) throws(ArchiveFault) -> Schema {
        let known = Set(self.steps)
        if let step = steps.first(where: { !known.contains($0) }) {
            throw .otherSchema("\(step.module)/\(step.number)")
        }
        let counts = Dictionary(grouping: steps, by: \.module).mapValues(\.count)
        return Schema(modules.map { SchemaModule($0.name, Array($0.migrations.prefix(counts[$0.name] ?? 0))) })
    }
}
