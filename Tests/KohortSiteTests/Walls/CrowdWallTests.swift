import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// Twenty consortia where three are held open at once, so that each request most likely opens one and closes another.
@Suite struct `Many consortia, of which few are open` {
    private static let (count, limit) = (20, 3)
    /// Of a tenant that is open: what its writer and its readers hold.
    private static let descriptorsEach = 12

    private struct Member: Sendable {
        let tenant: WallTenant
        let token: String
    }

    @Test(.timeLimit(.minutes(15)))
    func `show each its own words alone, and hold no more files the longer it goes on`() async throws {
        let site = try await WallSite(at: "2027-01-11T10:00:00Z", setting: { $0.openTenants = Self.limit })
        var members: [Member] = []
        for number in 0..<Self.count {
            let tenant = try await WallTenant("t\(10 + number)x", in: site, isSmall: true)
            members.append(Member(tenant: tenant, token: try await tenant.token(.lead)))
        }
        for _ in 0..<3 {
            try await crowd(members, site)
            #expect(try await atRest(site) <= Self.limit * Self.descriptorsEach)
        }
        #expect(site.kohort.openTenantCount == Self.limit)
    }

    /// Twelve readers and writers at once, each at one after another in an order of its own.
    private func crowd(_ members: [Member], _ site: WallSite) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    for _ in 0..<12 {
                        let member = members[Int.random(in: 0..<members.count)]
                        let others = members.map(\.tenant.word).filter { $0 != member.tenant.word }
                        for sent in Self.requests(member) {
                            let answer = try await site.send(sent)
                            #expect(answer.status.kind == .successful, "\(sent.path): \(answer.status)")
                            if sent.method == .get { #expect(answer.text.contains(member.tenant.word)) }
                            WallJudge.hold(answer, others, sent.path)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func requests(_ member: Member) -> [SentRequest] {
        let (tenant, token) = (member.tenant, member.token)
        let matter = tenant.api("/matters", #"{"kind":"legal","title":"\#(tenant.secret)"}"#, by: token)
        let matters = SentRequest.get("/\(tenant.slug)\(API.root)/matters", as: Credential(token: token))
        return [matter, matters, .get("/\(tenant.slug)", as: .none)]
    }

    /// How many of its tenants' files are open once those beyond the limit are closed.
    private func atRest(_ site: WallSite) async throws -> Int {
        var before = -1
        while true {
            let now = Self.descriptors(in: site.folder.path + "/tenants")
            if now == before, site.kohort.openTenantCount <= Self.limit { return now }
            before = now
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private static func descriptors(in folder: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.count { name in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")
            return target?.hasPrefix(folder) == true
        }
    }
}
