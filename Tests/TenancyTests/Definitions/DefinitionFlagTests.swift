import KohortCore
import Testing

@testable import Tenancy

struct DefinitionFlagTests {
    private func flags(_ published: String, _ gatherings: String) throws -> [DefinitionFlag.Code] {
        let yaml = try SmallDefinition.changed("version: \"1\"", "version: \"1\"\n    published: \(published)")
            .replacing("{count: 6,", with: "{\(gatherings) count: 6,")
        return try ConsortiumDefinition.read(yaml: yaml).flags.map(\.code)
    }

    @Test func `a published programme without course or study trip is flagged for each`() throws {
        #expect(try flags("true", "") == [.noCourse, .noStudyTrip])
        #expect(try flags("true", "courses: true,") == [.noStudyTrip])
        #expect(try flags("true", "study_trips: {count: 1, among_gatherings: false},") == [.noCourse])
        #expect(try flags("true", "courses: true, study_trips: {count: 0, among_gatherings: false},") == [.noStudyTrip])
        #expect(try flags("true", "courses: true, study_trips: {count: 1, among_gatherings: false},").isEmpty)
    }

    @Test func `a programme that is not published is not flagged`() throws {
        #expect(try flags("false", "").isEmpty)
    }
}
