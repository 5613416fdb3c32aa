import KohortCore
import KohortStore

/// A trainee's project assignment, the programme's closing work.
package struct Project: Record, Hashable {
    package static let table: StaticString = "project"
    package static let columns: [StaticString] = [
        "trainee", "title", "state", "summary", "file_hash", "file_size", "file_name", "media_type", "handed_in_at",
        "comment", "assessed_at",
    ]

    package let trainee: TraineeID
    package internal(set) var title: String
    package internal(set) var state: ProjectState
    package internal(set) var summary: String
    package internal(set) var paper: Paper?
    package internal(set) var handedInAt: Instant?
    /// The assessor's words to the trainee.
    package internal(set) var comment: String
    package internal(set) var assessedAt: Instant?

    /// A file that was handed in; its content is stored before the command that refers to it.
    package struct Paper: Hashable, Sendable, Codable {
        package let file: StoredFile
        package let name: String
        package let mediaType: String

        package init(file: StoredFile, name: String, mediaType: String) {
            (self.file, self.name, self.mediaType) = (file, name, mediaType)
        }
    }
}

/// How far a project has come.
package enum ProjectState: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case begun
    case handedIn = "handed_in"
    /// Handed back with a comment.
    case returned
    case passed
}

extension Project {
    package init(_ tuple: borrowing Tuple) throws {
        (trainee, title, state, summary) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        let hash: String? = try tuple[4]
        paper =
            if let hash {
                Paper(
                    file: StoredFile(hash: hash, size: try tuple[5]), name: try tuple[6], mediaType: try tuple[7])
            } else { nil }
        (handedInAt, comment, assessedAt) = (try tuple[8], try tuple[9], try tuple[10])
    }

    package var values: [SQLValue] {
        [
            trainee.sqlValue, title.sqlValue, state.sqlValue, summary.sqlValue, (paper?.file.hash).sqlValue,
            (paper?.file.size).sqlValue, (paper?.name).sqlValue, (paper?.mediaType).sqlValue, handedInAt.sqlValue,
            comment.sqlValue, assessedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "projects",
        [
            """
            create table project (trainee \(.text) primary key references trainee (id), title \(.text) not null, \
            state \(.text) not null, summary \(.text) not null, file_hash \(.text), file_size \(.integer), \
            file_name \(.text), media_type \(.text), handed_in_at \(.integer), comment \(.text) not null, \
            assessed_at \(.integer), check (state in ('begun', 'handed_in', 'returned', 'passed')), \
            check ((file_hash is null) = (file_name is null)))
            """
        ])

    static func isPassed(by trainee: TraineeID, _ read: borrowing Read) throws -> Bool {
        try read.count("select count(*) from project where trainee = \(trainee) and state = 'passed'") > 0
    }
}
