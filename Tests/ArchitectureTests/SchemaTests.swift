import Foundation
import KohortApp
import KohortStore
import Testing

@Suite struct `SQL and schema` {
    private static let migrations = (Schema.tenant.modules + Schema.registry.modules).flatMap(\.migrations)

    @Test func `a migration names column types by interpolation only`() {
        let words = #"(?i)\b(integer|int|bigint|text|varchar|real|double|float|blob|bytea|boolean|timestamp|serial)\b"#
        for migration in Self.migrations {
            for statement in migration.statements {
                #expect(
                    statement.literalText.captures(of: "(\(words))").isEmpty,
                    "\(migration.name): \(statement.literalText)")
            }
        }
    }

    @Test func `a bare type word would be found`() {
        let statement: DDL = "create table wrong (id text)"
        #expect(!statement.literalText.captures(of: #"(?i)\b(text)\b"#).isEmpty)
    }

    @Test func `every table belongs to one module`() {
        var owners: [String: String] = [:]
        for module in Schema.tenant.modules {
            for table in Self.tables(of: module) {
                #expect(owners[table] == nil, "\(table) is made by \(owners[table] ?? "") and \(module.name)")
                owners[table] = module.name
            }
        }
        #expect(owners.count > 10)
    }

    @Test func `SQL names only tables of its own module`() {
        let owners = Self.ownerOfEachTable
        for file in SourceTree.swiftFiles(under: "Sources") {
            for table in Self.tablesNamed(in: file.code) {
                guard let owner = owners[table] else { continue }
                #expect(owner == file.target, "\(file.path) names \(table) of \(owner)")
            }
        }
    }

    @Test func `reporting reads published views and nothing else`() {
        let views = Set(Schema.tenant.modules.flatMap(\.views).map(\.name))
        let tables = Set(Self.ownerOfEachTable.keys)
        var read: Set<String> = []
        for file in SourceTree.swiftFiles(under: "Sources/Reporting") {
            let named = Set(Self.tablesNamed(in: file.code))
            #expect(named.isDisjoint(with: tables), "\(file.path) reads \(named.intersection(tables))")
            read.formUnion(named.intersection(views))
        }
        #expect(!read.isEmpty)
    }

    @Test func `SQL keeps to words that both engines know`() {
        let words = #"(?i)\b(group_concat|ifnull|strftime|julianday|datetime\(|insert or|ilike|returning|now\(\))"#
        let modules: Set<String> = ["KohortStore", "Tenancy", "Recruitment", "Delivery", "Billing", "Reporting"]
        for file in SourceTree.swiftFiles(under: "Sources") where modules.contains(file.target) {
            for literal in file.code.captures(
                of: #"(?s)"((?:[^"\\]|\\.)*\b(?:select|insert|update|delete)\b(?:[^"\\]|\\.)*)""#)
            {
                #expect(literal.captures(of: words).isEmpty, "\(file.path): \(literal)")
            }
        }
    }

    private static var ownerOfEachTable: [String: String] {
        let targets = [
            "store": "KohortStore", "tenancy": "Tenancy", "registry": "Tenancy", "recruitment": "Recruitment",
            "delivery": "Delivery", "billing": "Billing",
        ]
        var owners: [String: String] = [:]
        for module in Schema.tenant.modules + Schema.registry.modules {
            for table in tables(of: module) { owners[table] = targets[module.name] ?? module.name }
        }
        return owners
    }

    private static func tables(of module: SchemaModule) -> [String] {
        module.migrations.flatMap(\.statements).flatMap {
            $0.literalText.captures(of: #"^create table (?:if not exists )?(\w+)"#)
        }
    }

    /// What stands after `from`, `join`, `into` or `update` in the literals of a file.
    private static func tablesNamed(in code: String) -> [String] {
        code.captures(of: #"\b(?:from|join|into|update) ([a-z][a-z_]+)\b"#)
    }
}
