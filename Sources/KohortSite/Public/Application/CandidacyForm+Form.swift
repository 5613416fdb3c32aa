import KohortCore
import KohortWeb
import Recruitment

extension CandidacyForm {
    /// What a form brings, in the language it was read in; throws for a place that no choice of it can name.
    init(_ form: Form, in language: Language) throws(Rejection) {
        self.init(name: form.text("name"), email: form.text("email"), language: language)
        (phone, place, school) = (form.text("phone"), form.text("place"), form.text("school"))
        (birthYear, graduationYear) = (form.text("birth_year"), form.text("graduation_year"))
        (educationLevel, educationField) = (form.text("education_level"), form.text("education_field"))
        (experience, motivation) = (form.text("experience"), form.text("motivation"))
        (keepForLater, channel) = (!form.text("keep_for_later").isEmpty, form.text("channel"))
        for text in form.list("wishes") where !text.isEmpty {
            guard let demand = DemandID(text) else { throw .invalid("wishes", "wishes.unknown") }
            wishes.append(demand)
        }
    }
}

extension Form {
    /// A form filled in with what stands in a candidacy.
    init(_ candidacy: CandidacyForm) {
        self.init()
        let values = [
            ("name", candidacy.name), ("email", candidacy.email), ("phone", candidacy.phone),
            ("birth_year", candidacy.birthYear), ("place", candidacy.place),
            ("education_level", candidacy.educationLevel), ("education_field", candidacy.educationField),
            ("school", candidacy.school), ("graduation_year", candidacy.graduationYear),
            ("experience", candidacy.experience), ("motivation", candidacy.motivation),
            ("keep_for_later", candidacy.keepForLater ? "yes" : ""), ("channel", candidacy.channel),
        ]
        for (name, value) in values { add(value, to: name) }
        for wish in candidacy.wishes { add("\(wish)", to: "wishes") }
    }
}
