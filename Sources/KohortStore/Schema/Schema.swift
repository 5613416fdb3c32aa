import Crypto
import KohortCore

/// A numbered step of one module's tables, applied once, in one transaction, and never edited after a release.
package struct Migration: Sendable {
    package let name: String
    package let statements: [DDL]
    let checksum: String

    package init(_ name: String, _ statements: [DDL]) {
        (self.name, self.statements) = (name, statements)
        checksum = Checksum.of(statements.map(\.canonical))
    }
}

/// A view that a module publishes for reporting: the only way that another module may read its tables.
package struct ReportView: Sendable {
    package let name: String
    /// The `select` that it is.
    package let selection: String

    package init(_ name: StaticString, _ selection: StaticString) {
        (self.name, self.selection) = ("\(name)", "\(selection)")
    }
}

/// One module's tables and published views.
package struct SchemaModule: Sendable {
    package let name: String
    package let migrations: [Migration]
    package let views: [ReportView]
    let viewsChecksum: String

    package init(_ name: String, _ migrations: [Migration], views: [ReportView] = []) {
        (self.name, self.migrations, self.views) = (name, migrations, views)
        viewsChecksum = Checksum.of(views.flatMap { [$0.name, $0.selection] })
    }
}

/// The whole schema of a database: modules in the order in which they may refer to each other.
package struct Schema: Sendable {
    package let modules: [SchemaModule]
    let viewsChecksum: String
    /// A short fingerprint of all of it; equal schemas are equal texts.
    package let checksum: String

    package init(_ modules: [SchemaModule]) {
        self.modules = modules
        viewsChecksum = Checksum.of(modules.map(\.viewsChecksum))
        checksum = Checksum.of(modules.flatMap { [$0.name, $0.viewsChecksum] + $0.migrations.map(\.checksum) })
    }
}

enum Checksum {
    static func of(_ texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Array(text.utf8))
            hash.update(data: [0])
        }
        return String(hexadecimal: hash.finalize().prefix(8))
    }
}
