import KohortCore

/// What the employer writes: a title, one field of work, the wanted background, the place, and how many (KS11-11).
package struct DemandTerms: Hashable, Sendable, Codable {
    package let title: String
    package let field: String
    package let competence: String
    package let place: String
    /// How many trainees are asked for, 1–100.
    package let asked: Int

    package init(title: String, field: String, competence: String, place: String, asked: Int) {
        (self.title, self.field, self.competence) = (title, field, competence)
        (self.place, self.asked) = (place, asked)
    }

    /// Trimmed and composed, or all that is wrong: title at most 200 characters, field and place 100, competence 5000.
    func checked() throws(Rejection) -> DemandTerms {
        var problems: [FieldProblem] = []
        let terms = DemandTerms(
            title: WrittenText.line(title, field: "title", problems: &problems),
            field: WrittenText.line(field, field: "field", limit: 100, problems: &problems),
            competence: WrittenText.prose(competence, field: "competence", limit: 5000, problems: &problems),
            place: WrittenText.line(place, field: "place", limit: 100, problems: &problems),
            asked: asked)
        if terms.competence.isEmpty { problems.append(FieldProblem("competence", "text.required")) }
        if let problem = NumberRange.problem(asked, in: 1...100, field: "asked") { problems.append(problem) }
        try problems.throwIfAny()
        return terms
    }
}
