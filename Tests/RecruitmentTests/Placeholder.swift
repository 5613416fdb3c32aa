enum PlaceholderRecruitmentTests {}
