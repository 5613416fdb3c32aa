/// What the installation says of an address that webhooks are to go to; answered by the composition.
package struct WebhookAddresses: Sendable {
    /// The address in its normal form, or a rejection of the field `url` that says what is wrong with it.
    package let accept: @Sendable (String) throws -> String

    package init(_ accept: @escaping @Sendable (String) throws -> String) { self.accept = accept }
}
