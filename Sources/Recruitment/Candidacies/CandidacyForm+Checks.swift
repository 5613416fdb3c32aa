import KohortCore

extension CandidacyForm {
    /// All that keeps an application from being sent with these documents, as far as it can be told from itself.
    package func problems(documents: [DocumentKind], in year: Int) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        _ = details(in: year, problems: &problems)
        return problems + missing(documents: documents)
    }

    /// What a submitted application must have beyond what a draft must: `text.required`, `wishes.required` and
    /// `documents.cv_required`.
    func missing(documents: [DocumentKind]) -> [FieldProblem] {
        let required = [
            ("phone", phone), ("place", place), ("education_level", educationLevel),
            ("education_field", educationField),
        ]
        var problems = required.filter { $0.1.allSatisfy(\.isWhitespace) }.map { FieldProblem($0.0, "text.required") }
        if wishes.isEmpty { problems.append(FieldProblem("wishes", "wishes.required")) }
        if !documents.contains(.cv) { problems.append(FieldProblem("documents", "documents.cv_required")) }
        return problems
    }

    /// Trimmed and bounded, or nil when there is no address to write to; only name and address must be there.
    func details(in year: Int, problems: inout [FieldProblem]) -> ApplicantDetails? {
        let name = WrittenText.line(name, field: "name", problems: &problems)
        let address = checkedEmail(problems: &problems)
        let phone = WrittenText.optionalPhone(phone, field: "phone", problems: &problems)
        let birthYear = Self.year(birthYear, field: "birth_year", in: 1900...year, problems: &problems)
        let place = WrittenText.optionalLine(place, field: "place", limit: 100, problems: &problems)
        let level = checkedLevel(problems: &problems)
        let field = WrittenText.optionalLine(educationField, field: "education_field", problems: &problems)
        let school = WrittenText.optionalLine(school, field: "school", problems: &problems)
        let graduation = Self.year(graduationYear, field: "graduation_year", in: 1950...year + 10, problems: &problems)
        let experience = WrittenText.prose(experience, field: "experience", problems: &problems)
        let motivation = WrittenText.prose(motivation, field: "motivation", problems: &problems)
        guard let address else { return nil }
        return ApplicantDetails(
            name: name, email: address, phone: phone, birthYear: birthYear, place: place, educationLevel: level,
            educationField: field, school: school, graduationYear: graduation, experience: experience,
            motivation: motivation, keepForLater: keepForLater)
    }

    /// The channel's slug, nil when none is named; one that the call is not published in is refused.
    func checkedChannel(among channels: [Slug], problems: inout [FieldProblem]) -> Slug? {
        if channel.isEmpty { return nil }
        let known = channels.first { $0.text == channel }
        if known == nil { problems.append(FieldProblem("channel", "channel.unknown")) }
        return known
    }

    private func checkedEmail(problems: inout [FieldProblem]) -> EmailAddress? {
        let address = EmailAddress(email)
        if address == nil {
            problems.append(FieldProblem("email", email.allSatisfy(\.isWhitespace) ? "text.required" : "email.invalid"))
        }
        return address
    }

    private func checkedLevel(problems: inout [FieldProblem]) -> EducationLevel? {
        if educationLevel.isEmpty { return nil }
        let level = EducationLevel(rawValue: educationLevel)
        if level == nil { problems.append(FieldProblem("education_level", "choice.unknown")) }
        return level
    }

    private static func year(
        _ text: String, field: String, in range: ClosedRange<Int>, problems: inout [FieldProblem]
    ) -> Int? {
        let digits = text.filter { $0 != " " }
        if digits.isEmpty { return nil }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(digits) else {
            problems.append(FieldProblem(field, "number.invalid"))
            return nil
        }
        if let problem = NumberRange.problem(year, in: range, field: field) { problems.append(problem) }
        return year
    }
}
