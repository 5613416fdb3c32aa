/// The roles a person or token can be granted (product.md, who uses it).
package enum Role: String, Sendable, Codable, CaseIterable {
    case lead, committee, coordinator, supervisor, mentor, trainee, applicant, finance, integration
}
