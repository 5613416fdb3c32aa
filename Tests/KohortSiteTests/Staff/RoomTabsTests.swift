import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The ways within a room` {
    @Test func `every page has one tab`() {
        #expect(
            StaffTab.allCases.flatMap(\.pages).sorted { $0.rawValue < $1.rawValue }
                == StaffPage.allCases.sorted { $0.rawValue < $1.rawValue })
        #expect(
            EmployerTab.allCases.flatMap(\.pages).sorted { $0.rawValue < $1.rawValue }
                == EmployerPage.allCases.sorted { $0.rawValue < $1.rawValue })
    }

    @Test func `a tab of several pages is marked, and the page below it`() async throws {
        let site = try await RoundSite()
        let page = try await site.send(.get, "/staff/journal", as: .lead).text
        #expect(page.contains("<a href=\"/norra-norrland/staff/messages\" aria-current=\"true\">Operations</a>"))
        #expect(page.contains("<nav class=\"tabs within\" aria-label=\"Operations\">"))
        #expect(page.contains("<a href=\"/norra-norrland/staff/journal\" aria-current=\"page\">Journal</a>"))
        let overview = try await site.send(.get, "/staff", as: .lead).text
        #expect(overview.contains("<a href=\"/norra-norrland/staff\" aria-current=\"page\">Overview</a>"))
        #expect(!overview.contains("tabs within"))
    }

    @Test func `a lead in an employer's room is shown its list alone`() async throws {
        let site = try await RoundSite()
        let page = try await site.send(.get, "/employer/umea/ranking", as: .lead).text
        #expect(page.matches(of: /<nav class="tabs"[^\n]*/).map { $0.output.matches(of: /<li>/).count } == [1])
        #expect(page.contains("aria-current=\"page\">Ranking</a>"))
        let own = try await site.send(.get, "/employer/umea/ranking", as: .coordinator("umea")).text
        #expect(own.contains("aria-current=\"true\">Recruitment</a>") && own.contains("tabs within"))
    }
}
