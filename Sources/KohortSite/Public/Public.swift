import Hummingbird
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

extension Pages {
    static let publicRoom: [any Page.Type] = [
        FrontPage.self, VacancyListPage.self, VacancyPage.self, EmployersPage.self, CalendarPage.self,
        InterestPage.self, InterestReceiptPage.self, ApplicationPage.self, StepPage.self, ClosedCallPage.self,
        PrivacyPage.self,
        AccessibilityPage.self,
    ]
}

extension Site {
    var publicRoutes: [Route] {
        [
            publicPage("/{tenant}", .query(ConsortiumFront.name), FrontDesk.front),
            publicPage("/{tenant}/vacancies", .query(VacancyList.name), VacancyDesk.list),
            publicPage("/{tenant}/vacancies/{vacancy}", .query(VacancyDetail.name), VacancyDesk.vacancy),
            publicPage("/{tenant}/employers", .query(SeekingEmployers.name), EmployerListDesk.list),
            publicPage("/{tenant}/calendar", .query(Calendar.name), CalendarDesk.calendar),
            publicPage("/{tenant}/privacy", .query(CurrentConsortium.name), NoticeDesk.privacy),
            publicPage("/{tenant}/accessibility", .query(CurrentConsortium.name), NoticeDesk.accessibility),
            publicPage("/{tenant}/interest", .query(ConsortiumFront.name), InterestDesk.form),
            page(
                .post, "/{tenant}/interest", .command(RegisterInterest.name), also: .onKeptPages,
                InterestDesk.register),
            publicPage("/{tenant}/interest/receipt", .query(CurrentConsortium.name), InterestDesk.receipt),
            page(.get, "/{tenant}/rounds/{round}/application", .query(VacancyList.name), ApplicationDesk.form),
            page(.get, "/{tenant}/rounds/{round}/candidacies", .query(VacancyList.name), ApplicationDesk.formAgain),
            page(.post, "/{tenant}/rounds/{round}/candidacies", .command(ApplyForPlaces.name), ApplicationDesk.take),
            page(.post, "/{tenant}/language", .plumbing, also: [.onKeptPages, .settingUp], LanguageDesk.choose),
        ]
    }
}
