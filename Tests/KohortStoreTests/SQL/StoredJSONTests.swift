import KohortCore
import KohortStore
import KohortTesting
import Testing

struct StoredJSONTests {
    private struct Address: Codable, Equatable {
        var town: String
        var box: Int?
    }

    @Test func `equal values are equal texts, in the order of their keys`() {
        let value = StoredJSON(Address(town: "Bodø/Bådåddjo", box: 7)).sqlValue
        #expect(value == .text(#"{"box":7,"town":"Bodø/Bådåddjo"}"#))
    }

    @Test func `a value comes back from its column`() async throws {
        let store = try await TestStore.sample()
        let address = Address(town: "Bodø", box: nil)
        let read = try store.write { write in
            try write.execute("insert into measure (id, name) values ('a', \(StoredJSON(address)))")
            return try write.read.first("select name from measure") { try $0[0] as StoredJSON<Address> }
        }
        #expect(read?.value == address)
    }

    @Test func `another shape is unreadable`() async throws {
        let store = try await TestStore.sample()
        try store.write { try $0.insert(Measure(name: #"{"box":7}"#)) }
        #expect(throws: StoreFault.self) {
            try store.write { write in
                try write.read.all("select name from measure") { try $0[0] as StoredJSON<Address> }.count
            }
        }
    }

    @Test func `what JSON cannot hold is null`() {
        #expect(StoredJSON(Double.infinity).sqlValue == .null)
    }
}
