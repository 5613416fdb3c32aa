import Foundation
import KohortCore
import Testing

@testable import Recruitment

struct CandidacyFormTests {
    private func problems(_ change: (inout CandidacyForm) -> Void) -> [FieldProblem] {
        var form = CandidacyForm.complete([])
        change(&form)
        var problems: [FieldProblem] = []
        _ = form.details(in: 2027, problems: &problems)
        return problems
    }

    @Test func `name and address are enough for a draft`() throws {
        var problems: [FieldProblem] = []
        let form = CandidacyForm(name: "  Kim Ek ", email: "kim@example.org", language: .nb)
        #expect(form.details(in: 2027, problems: &problems) == .sample)
        #expect(problems == [])
    }

    @Test func `everything that is written is read`() throws {
        var form = CandidacyForm.complete([])
        (form.birthYear, form.graduationYear, form.school) = (" 1999 ", "2026", "Luleå tekniska universitet")
        (form.experience, form.motivation, form.keepForLater) = ("one\r\ntwo", "three", true)
        var problems: [FieldProblem] = []
        let details = try #require(form.details(in: 2027, problems: &problems))
        #expect(problems == [])
        #expect(
            details
                == ApplicantDetails(
                    name: "Kim Ek", email: details.email, phone: "070-123 45 67", birthYear: 1999, place: "Luleå",
                    educationLevel: .master, educationField: "Surveying", school: "Luleå tekniska universitet",
                    graduationYear: 2026, experience: "one\ntwo", motivation: "three", keepForLater: true))
    }

    @Test func `a name has 200 characters at most`() {
        #expect(problems { $0.name = String(repeating: "å", count: 200) } == [])
        #expect(
            problems { $0.name = String(repeating: "å", count: 201) }
                == [FieldProblem("name", "text.too_long", ["limit": "200"])])
    }

    @Test(arguments: ["Kim\r\nEk", "Kim\nEk", "Kim\rEk", "Kim\u{0}Ek", "Kim\u{85}Ek"])
    func `a name with a line break or a control character is refused`(name: String) {
        #expect(problems { $0.name = name } == [FieldProblem("name", "text.control")])
    }

    @Test func `a name is kept as it is written, whatever a page would make of it`() {
        let name = "\"\u{301} onfocus=alert(1)"
        var problems: [FieldProblem] = []
        let form = CandidacyForm(name: name, email: "kim@example.org", language: .en)
        #expect(form.details(in: 2027, problems: &problems)?.name == name.precomposed)
        #expect(problems == [])
    }

    @Test func `without a name or an address there is nobody to write to`() {
        #expect(problems { $0.name = " " } == [FieldProblem("name", "text.required")])
        #expect(problems { $0.email = "" } == [FieldProblem("email", "text.required")])
    }

    @Test(arguments: ["kim", "kim@example", "kim@example.org\r\nBcc: x@example.org", "Kim <kim@example.org>"])
    func `an address that cannot be written to is refused`(email: String) {
        #expect(problems { $0.email = email } == [FieldProblem("email", "email.invalid")])
    }

    @Test func `a telephone number is five to fifteen digits with what stands between them`() {
        #expect(problems { $0.phone = "+46 (0)70-123.45/67" } == [])
        #expect(
            problems { $0.phone = "12" } == [FieldProblem("phone", "phone.length", ["from": "5", "to": "15"])])
        #expect(problems { $0.phone = "call me" } == [FieldProblem("phone", "phone.invalid")])
        #expect(problems { $0.phone = "070\n1" } == [FieldProblem("phone", "text.control")])
        #expect(
            problems { $0.phone = String(repeating: "1", count: 41) }
                == [FieldProblem("phone", "text.too_long", ["limit": "40"])])
    }

    @Test func `years are years`() {
        #expect(problems { ($0.birthYear, $0.graduationYear) = ("1900", "2037") } == [])
        #expect(
            problems { ($0.birthYear, $0.graduationYear) = ("1899", "2038") } == [
                FieldProblem("birth_year", "number.range", ["from": "1900", "to": "2027"]),
                FieldProblem("graduation_year", "number.range", ["from": "1950", "to": "2037"]),
            ])
        for text in ["nineteen", "-1990", "19.9", "１９９０", "99999999999999999999"] {
            #expect(problems { $0.birthYear = text } == [FieldProblem("birth_year", "number.invalid")])
        }
    }

    @Test func `an education that is not on the list is refused`() {
        for level in EducationLevel.allCases { #expect(problems { $0.educationLevel = level.rawValue } == []) }
        #expect(problems { $0.educationLevel = "wizard" } == [FieldProblem("education_level", "choice.unknown")])
    }

    @Test func `long texts have limits too`() {
        let problems = problems { form in
            form.place = String(repeating: "x", count: 101)
            (form.educationField, form.school) = (
                String(repeating: "x", count: 201), String(repeating: "x", count: 201)
            )
            form.experience = String(repeating: "x", count: 10_001)
            form.motivation = String(repeating: "x", count: 10_001)
        }
        let limits = [
            ("place", "100"), ("education_field", "200"), ("school", "200"), ("experience", "10000"),
            ("motivation", "10000"),
        ]
        #expect(problems == limits.map { FieldProblem($0.0, "text.too_long", ["limit": $0.1]) })
    }

    @Test func `what a submitted application must have is named, blank text too`() {
        var blank = CandidacyForm(name: "Kim Ek", email: "kim@example.org", language: .sv)
        blank.phone = " "
        let required = ["phone", "place", "education_level", "education_field"]
        #expect(
            blank.missing(documents: [.other])
                == required.map { FieldProblem($0, "text.required") } + [
                    FieldProblem("wishes", "wishes.required"), FieldProblem("documents", "documents.cv_required"),
                ])
        #expect(CandidacyForm.complete([.new()]).missing(documents: [.other, .cv]) == [])
    }

    @Test func `only a channel of the call is named`() throws {
        var problems: [FieldProblem] = []
        var form = CandidacyForm.complete([])
        #expect(form.checkedChannel(among: [try Slug("press")], problems: &problems) == nil)
        form.channel = "press"
        #expect(form.checkedChannel(among: [try Slug("press")], problems: &problems) == (try Slug("press")))
        #expect(problems == [])
        form.channel = "Press release!"
        #expect(form.checkedChannel(among: [try Slug("press")], problems: &problems) == nil)
        #expect(problems == [FieldProblem("channel", "channel.unknown")])
    }
}

extension String {
    fileprivate var precomposed: String {
        self.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    }
}
