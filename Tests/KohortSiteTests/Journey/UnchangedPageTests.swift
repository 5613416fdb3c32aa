import HTTPTypes
import KohortTesting
import NIOCore
import Testing

@testable import KohortSite

@Suite struct `A public page that has not changed` {
    @Test(arguments: ["", "/vacancies", "/employers", "/calendar"])
    func `is not sent again to who has its tag, and is to who has another`(path: String) async throws {
        let journey = try await Journey()
        let page = try await journey.get(path)
        let tag = try #require(page.headers[.eTag])
        #expect(page.status == .ok)
        let same = try await journey.send(.get, path, [.acceptLanguage: "en", .ifNoneMatch: tag])
        #expect(same.status == .notModified)
        #expect(same.headers[.eTag] == tag)
        #expect(same.body.readableBytes == 0)
        let other = try await journey.send(.get, path, [.acceptLanguage: "en", .ifNoneMatch: "\"another\""])
        #expect(other.status == .ok)
        #expect(other.text == page.text)
    }

    @Test(arguments: ["/vacancies", API.root + "/vacancies"])
    func `is sent anew when the call has closed at midnight, and not a millisecond before`(path: String) async throws {
        let journey = try await Journey()
        journey.world.move(to: "2027-02-14T09:00:00Z")
        let tag = try #require(try await journey.get(path).headers[.eTag])
        let known: HTTPFields = [.acceptLanguage: "en", .ifNoneMatch: tag]
        journey.world.move(to: "2027-02-14T22:59:59.999Z")
        #expect(try await journey.send(.get, path, known).status == .notModified)
        journey.world.move(to: "2027-02-14T23:00:00Z")
        let closed = try await journey.send(.get, path, known)
        #expect(closed.status == .ok)
        #expect(closed.headers[.eTag] != tag)
    }
}
