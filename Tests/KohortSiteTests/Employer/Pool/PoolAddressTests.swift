import KohortCore
import Recruitment
import Testing

@testable import KohortSite
@testable import KohortWeb

@Suite struct `The address of a place in the pool` {
    @Test func `what it says is read back the same`() throws {
        var address = PoolAddress(round: try Slug("first-call"))
        address.filter.ownWishes = true
        address.filter.educationField = "Väg & vatten = 50%"
        address.filter.educationLevel = .higherVocational
        address.filter.judgement = .notQualified
        address.filter.isRanked = false
        address.filter.text = "\"\u{301} onfocus=1 å+b"
        address.after = 150
        let read = PoolAddress(try QueryParameters(address.query), round: address.round)
        #expect(read.filter == address.filter)
        #expect(read.after == 150)
        #expect(read.query == address.query)
    }

    @Test func `words that mean nothing narrow nothing`() throws {
        let query = try QueryParameters("own=yes&level=wizard&mark=maybe&ranked=2&after=-3&field=&text=")
        let address = PoolAddress(query, round: try Slug("first-call"))
        #expect(address.filter == PoolFilter())
        #expect(address.after == nil)
        #expect(!address.isNarrowed)
    }
}
