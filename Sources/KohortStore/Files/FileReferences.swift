import KohortCore

/// How many rows refer to each content, so that it can go when the last of them does.
enum FileReferences {
    static let migration = Migration(
        "files",
        [
            """
            create table file (hash \(.text) primary key, size \(.integer) not null, uses \(.integer) not null, \
            since \(.integer) not null, check (uses >= 0))
            """
        ])

    static func sweep(in write: borrowing Write) throws { try write.execute("delete from file where uses = 0") }
}

extension Write {
    /// Counts one more use of a content that has been stored.
    package func retain(_ file: StoredFile) throws {
        try execute(
            """
            insert into file (hash, size, uses, since) values (\(file.hash), \(file.size), 1, \(now))
            on conflict (hash) do update set uses = file.uses + 1
            """)
    }

    /// Counts one use less; content without a use is removed by the sweep.
    package func release(_ hash: String) throws {
        try execute("update file set uses = uses - 1 where hash = \(hash)")
    }
}
