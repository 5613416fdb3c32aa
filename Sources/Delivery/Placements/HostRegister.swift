import KohortCore
import KohortStore

/// The organisations of the tenant as hosts, as they stand today, with their units.
package struct HostRegister: Query {
    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [HostOrganisation] {
        try read.ask(HostDirectory.self).all(read.now.dateInUTC, read)
    }
}
