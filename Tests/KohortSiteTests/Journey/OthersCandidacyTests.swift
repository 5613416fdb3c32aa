import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Another applicant's application` {
    @Test func `is not there for somebody who has one of their own, read or changed`() async throws {
        let journey = try await Journey()
        let own = try await journey.applied()
        var form = journey.application
        (form.fields["name"], form.fields["email"]) = ("Bo Ek", "bo.ek@people.example")
        let other = try await journey.applied(form)
        let page = try await journey.get(own.own, cookie: own.cookie).text
        let document = String(try #require(page.firstMatch(of: /href="([^"]+\/documents\/[^"]+)"/)).output.1)
        let reads = ["", "/receipt", "/application", "/withdrawal"].map { own.own + $0 } + [document]
        form = journey.application
        form.cv = nil
        form.fields["place"] = "Kiruna"
        for (cookie, read, change) in [
            (other.cookie, HTTPResponse.Status.notFound, HTTPResponse.Status.notFound), (own.cookie, .ok, .seeOther),
        ] {
            for path in reads {
                #expect(try await journey.get(path, cookie: cookie).status == read, "\(path)")
            }
            #expect(try await journey.post(form, to: "\(own.own)/application", cookie: cookie).status == change)
            #expect(try await journey.press("\(own.own)/withdrawal", cookie: cookie).status == change)
        }
        #expect(try await journey.get(other.own, cookie: other.cookie).status == .ok)
    }
}
