/// What is wrong with one field: where, a stable code, and the values its message names.
package struct FieldProblem: Hashable, Sendable, Codable {
    package let field: String
    package let code: String
    package let values: [String: String]

    package init(_ field: String, _ code: String, _ values: [String: String] = [:]) {
        (self.field, self.code, self.values) = (field, code, values)
    }
}

/// A request that is understood and refused. The only error a user ever sees the reason of; nothing was changed.
package enum Rejection: Error, Hashable, Sendable, Codable {
    /// Fields that must be mended first.
    case invalid([FieldProblem])
    /// There is no such thing, or none that this actor may know of: the two look the same.
    case notFound
    case forbidden
    /// Well-formed, but against a rule or the present state; the code is stable, such as `offer.no_place_left`.
    case conflict(String)
    /// It was there and is no longer.
    case gone
    /// It arrived after the deadline had ended.
    case tooLate(Deadline)

    /// A rejection of one field.
    package static func invalid(_ field: String, _ code: String, _ values: [String: String] = [:]) -> Rejection {
        .invalid([FieldProblem(field, code, values)])
    }
}

extension [FieldProblem] {
    /// Throws all problems at once, so that a form is mended in one go; does nothing when there is none.
    package func throwIfAny() throws(Rejection) {
        if !isEmpty { throw .invalid(self) }
    }
}
