import KohortCore
import Testing

struct OrganisationNumberTests {
    @Test(arguments: [
        ("974760673", "974760673"), ("974 760 673", "974760673"), (" 999000029 ", "999000029"),
        ("999000010", "999000010"),
    ])
    func `a Norwegian number has nine digits with a modulus 11 check digit`(text: String, digits: String) throws {
        let number = try #require(OrganisationNumber(text, country: .norway))
        #expect(number.digits == digits)
        #expect(number.country == .norway)
    }

    @Test(arguments: [
        "974760670", "974760674", "97476067", "9747606733", "", "974-760-673", "97476067x", "NO974760673",
        "974760673\n", "９74760673", "2120000142",
    ])
    func `another text is no Norwegian number`(text: String) {
        #expect(OrganisationNumber(text, country: .norway) == nil)
    }

    @Test(arguments: 0...9)
    func `a remainder of 1 has no check digit`(digit: Int) {
        #expect(OrganisationNumber("99900007\(digit)", country: .norway) == nil)
    }

    @Test(arguments: [
        ("212000-0142", "2120000142"), ("2120000142", "2120000142"), ("559999 0008", "5599990008"),
        ("552000-0000", "5520000000"),
    ])
    func `a Swedish number has ten digits with a Luhn check digit`(text: String, digits: String) throws {
        let number = try #require(OrganisationNumber(text, country: .sweden))
        #expect(number.digits == digits)
        #expect(number.country == .sweden)
    }

    @Test(arguments: [
        "212000-0143", "212000-0140", "122000-0142", "212000-014", "16212000-0142", "", "-", "212000–0142",
        "212000-0142\n", "SE2120000142", "974760673",
    ])
    func `another text is no Swedish number`(text: String) {
        #expect(OrganisationNumber(text, country: .sweden) == nil)
    }

    @Test(arguments: [("550999-0007", false), ("551999-0005", false), ("552000-0000", true)])
    func `a third digit below 2 makes a Swedish number a person's`(text: String, isNumber: Bool) {
        #expect((OrganisationNumber(text, country: .sweden) != nil) == isNumber)
    }

    @Test func `a number is the same however it is spaced`() {
        #expect(
            OrganisationNumber("212000-0142", country: .sweden) == OrganisationNumber("2120000142", country: .sweden))
    }

    @Test func `a number is stored as its country and digits`() throws {
        let number = try #require(OrganisationNumber("974 760 673", country: .norway))
        #expect(try stored(number) == #"{"country":"NO","digits":"974760673"}"#)
        #expect(try read(stored(number)) == number)
    }
}
