import Testing

@testable import Tenancy

struct NearestWordTests {
    @Test func `the nearest word is found, and none that is too far`() {
        #expect(NearestWord.to("montsh", among: ["months", "purposes"]) == "months")
        #expect(NearestWord.to("colour", among: ["months", "purposes"]) == nil)
        #expect(NearestWord.to("x", among: []) == nil)
    }
}
