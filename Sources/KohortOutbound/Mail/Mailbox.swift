import KohortCore

/// An address with the name shown beside it.
package struct Mailbox: Hashable, Sendable {
    package let name: String?
    package let address: EmailAddress

    /// An empty name counts as none.
    package init(_ address: EmailAddress, name: String? = nil) {
        self.name = name?.isEmpty == true ? nil : name
        self.address = address
    }
}
