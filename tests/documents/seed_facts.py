"""The facts of the report of 5 March 2021, typed in from the paper in its order, and how they are looked for.

Each fact is a run of words that must stand in the report as it stands here; the list is in the paper's order.
"""

import re

FRONT = (
    "Report to Health and Wellbeing Board",
    "Report from: Children's Trust Board (Chair - Cllr Steve Harrod)",
    "Report Date: 5th March 2021",
    "Dates of meetings held since the last report: 9th December 2020 - Virtual meeting due to COVID-19 restrictions",
    "HWB Priorities addressed in this report - A Healthy Start in Life",
    "Link to any published notes or reports: Children & Young People's Plan 2018 - 2022",
)
PRIORITIES = (
    "Priorities for 2020-21",
    "Be Successful",
    "1. Have the best start in life.",
    "2. Access high quality education, employment and training that is motivational.",
    "3. Go to school and feel inspired to stay and learn.",
    "4. Have good self-esteem and faith in themselves.",
    "Priority focus for 2020/21: Focus on children not engaged in education",
    "Be Happy and Healthy",
    "5. Be confident that services are available to promote good health and prevent ill health - early in life and "
    "before crisis.",
    "6. Learn the importance of healthy, secure relationships and having a support network.",
    "7. Access services to improve overall well-being.",
    "8. Access easy ways to get active.",
    "Priority focus for 2020/21: Focus on social, emotional, physical & mental well-being",
    "Be Safe",
    "9. Be protected from all types of abuse and neglect.",
    "10. Have a place to feel safe and a sense of belonging.",
    "11. Access education and support about how to stay safe.",
    "12. Have access to appropriate housing.",
    "Priority focus for 2020/21: Focus on domestic abuse",
    "Be Supported",
    "1. Be empowered to know who to speak to when in need of support and know that they will be listened to and "
    "believed.",
    "2. Access information in a way which suits them best.",
    "3. Have inspiring role models.",
    "Talk to staff who are experienced and caring.",
)
PROGRESS = (
    "1. Progress reports on priority work to deliver the Joint HWB Strategy",
    "Priority Be Successful",
    "Focus Children not engaged in education",
    "Deliverable See updated Children and Young People Plan for list of deliverables",
    "Progress report To be reviewed at a future meeting (June 2021)",
    "Priority Be Healthy",
    "Focus Social, emotional, physical and mental well-being - linked into December 2020 meeting via the presentation, "
    "which is embedded in the Summary Section 3 - 'Call to Arms: Partnership Recovery Priorities for Children and "
    "Families in Oxfordshire'",
    "Deliverable See updated Children and Young People Plan for list of deliverables.",
    "Progress report Performance remains affected by COVID-19.",
    "CAMHS data production has been suspended but at the last report timeliness for the month (February was 41%) and "
    "for the year to date 35%.",
    "The growth in activity seen in quarter 2 has continued in quarter 3 to normal levels.",
    "Over 500 early help assessments were completed in the last quarter, this is back to and above the level "
    "pre-COVID-19",
    "The last quarter saw a growth in A&E attendances for self-harm of 15-19-year olds, with 85 attendances in "
    "November, more than double the 2019/20 monthly average.",
    "Priority Be Safe",
    "Focus Domestic Abuse - report in March 2021 meeting",
    "Deliverable See updated Children and Young People Plan for list of deliverables.",
    "Progress report To be reviewed at a future meeting (March 2021)",
    "Priority Be Supported",
    "Focus Listen to the feedback from young people in Oxfordshire",
    "Deliverable This deliverable is measured by a standing agenda item, to hear feedback from young people via VOXY.",
    'Additionally, via the "Be Supported Survey."',
    "Progress report Survey to be launched in Summer 2021 (delays due to COVID-19) and will run for 4 weeks. An update "
    "is expected at a future meeting (September 2021)",
)
COMMENTARY = (
    "2. Note on what is being done in areas rated Red or Amber in the Performance Framework",
    "Performance remains affected by COVID-19. There were no educational results last academic year. Some health "
    "reporting was suspended included CAMHS timeliness.",
    "Be successful",
    "Data on school attendance is significantly affected by the pandemic and lockdown. However there has been a "
    "significant drop in permanent exclusions following work between the Exclusion and Reintegration team and schools "
    "to prevent exclusions.",
    "Persistent absence in secondary schools and children missing education are both higher than this time last year, "
    "but this has been affected by COVID-19 and the lockdown.",
    "Be healthy",
    "Activity levels in quarter 3 rose to normal levels having been supressed earlier in the pandemic. The level of "
    "early help assessments rose to above the pre COVID-19 level",
    "The last quarter saw a growth in A&E attendances for self-harm of 15-19-year olds, with 85 attendances in "
    "November, more than double the 2019/20 monthly average.",
    "Be safe",
    "In the first 9 months of the year MASH enquiries have increased by 34%. The timeliness of dealing with urgent "
    "enquiries has held up with the increase in demand, but the timeliness of non-urgent contacts has dropped.",
    "The number of children the subject of a child protection plan continues to fall (525 at the end of December) and "
    "has subsequently fallen to below 500 driven by children being the subject of a plan for less time. This is a major "
    "achievement; in June 2018 the number was over 750 and we had seen a ten-year increase in numbers.",
    "Children We Care For numbers are falling, but at a lower rate than child protection as fewer children are leaving "
    "the cared for system. There remains a pressure on placements and the number of people placed out of county and not "
    "in neighbouring authorities remains high.",
    "There has been a 6% increase in domestic incidents and a 21% increase in domestic crimes involving children "
    "compared with the same quarter last year. There has been extensive partnership work to reach out to vulnerable "
    "people during lockdown including pro-active follow up with repeat callers",
)
INDICATORS = (
    "Indicator Number RAG What is being done to improve performance?",
    "1.3 Increase the proportion of children that have their first CAMHS appointment within 12 weeks to 75%",
    "N/A Local and national reporting suspended in March 2020 to allow greater focus on managing COVID-19.",
    "1.11 Reduce the persistent absence of children subject to a Child Protection plan",
    "N/A Data available annually only. This is for 2018/19 academic year.",
    "1.1 Reduce the number of children we care (previously looked after children) for to 750 by March 2021",
    "Amber (A) Figure is 2% lower than same time last year against a national increase",
)
ITEMS = (
    "3. Summary of other items discussed by the board",
    "Way Forward Children's Trust",
    "The focus of the meeting this time was the 'Call to Arms' presentation (Annex 1) and discussion by Kevin Gordon "
    "with contributions by colleagues to reset and rethink the purpose of the Children's Trust Board.",
    "In putting Early Help and integrated working at the forefront, the Children's Trust Board is that body to put the "
    "leverage and support a programme of work across partner organisations. We need to push the boundaries a bit more "
    "concentrating in some areas of work, being selective about what we focus on.",
    "It is expected there will be a structural shift in the economic patterns of families after the pandemic which will "
    "demand an increase of capacity into the system to manage the demand and we need to review the proportion of "
    "overall resources that should be spent at different tier levels and in particular the investment of early help "
    "intervention.",
    "Brief points from each presentation (refer to presentation for more detail):",
    "Integrated Youth Offer - to incorporate priorities that have been amplified during the pandemic. Looking at ways "
    "to work around the different areas of needs of Education, Employment & Training, Mental Well-Being and Positive "
    "activities and support.",
    "Mental Well-Being and Relationship to Prevention & Early Help - for young people the pandemic has made them more "
    "unsettled and now feel they are struggling more than before. The objective is to focus on giving them the tools to "
    "thrive and excel.",
    "Community Impact Zones - a collaboration at the micro-neighbourhood level in 4 key wards based on insight data. "
    "This will focus on early help and prevention and intergenerational disadvantage, during a 10-year programme.",
    "Developing the Youth Offer in Oxfordshire - the offer is delivered within many different organisation's from youth "
    "clubs to charities. Opportunities are there for multi-agency work and sharing learning/training and resources.",
    "Early Help/Locality & Community Support Service (LCSS) - we need to ensure that there is prompt identification of "
    "those children and families who would benefit from receiving the right support at the right time. The Early Help "
    "network was created in June to offer virtual support during the pandemic. It is a gathering of professionals who "
    "meet weekly sharing concerns about a child/family where there are not immediate safeguarding concerns, but support "
    "may be required.",
    "Mental Well-Being - School In-Reach, Support Teams in schools, Well-Being in Education and Legacy Offer - the "
    "Government's Children & Young People's Green Paper initiative awarded Oxfordshire £5.4m in 2019 to pilot reducing "
    "waiting times into Child & Adolescent Mental Health Services (CAMHS) to 4 weeks by 2021. The pilot is still being "
    "tested with a proposal to be put forward in due course for a final national standard that the government will need "
    "to sign off. In the meantime, during this pilot, measures have been put together to optimize the service to work "
    "as efficiently as possible and recent figures have shown success in reducing waiting times. Please refer to the "
    "data tables in Annex 2.",
    "This also included supporting the Oxford Health NHS (National Health Service) Foundation Trust, to deliver new "
    "mental health practitioner teams into primary and secondary schools in Oxfordshire. This support builds on what "
    "already is in place for children in school with mild, moderate and severe needs to access the right support and "
    "provide a link to specialist services.",
    "Members contributed and discussed key questions that were put forward (stated within the presentation slides) in "
    "order to envisage actions that would enable changes.",
    "Going forward is how we organize the work differently, make it sleeker and better but without over-designing it.",
    "Further ideas/comments regarding the 'Call to Arms' paper to be sent via email for further discussion and "
    "consideration.",
)
FORWARD_PLAN = (
    "4. Forward plan for next meeting",
    "The following items are due to be considered in the forthcoming meeting:",
    "Children & Young People's Plan Focus Area - Be Safe (report on Domestic Abuse)",
    "Early Intervention Development - follow up from December 2020 meeting",
    "OXME (Young People's website for Oxfordshire County Council) - demonstration of revised digital wellbeing offer "
    "and campaign",
)
FACTS = (*FRONT, *PRIORITIES, *PROGRESS, *COMMENTARY, *INDICATORS, *ITEMS, *FORWARD_PLAN)


def normal(text: str) -> str:
    """Words as they are compared: quotes, dashes, bullets, shapes and spaces made alike, hyphens at line ends joined."""
    text = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", text)
    text = text.translate(
        str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‑": "-", "•": " "})
    )
    text = re.sub(r"[▲◆●\uf0b7]", " ", text)
    text = re.sub(r"-\s+(?=N/A)", " ", text)
    return " ".join(text.split())


def missing_or_out_of_order(text: str) -> list[str]:
    """The facts that do not stand in a text after the one before them."""
    place, lost = 0, []
    text = normal(text)
    for fact in FACTS:
        wanted = normal(fact)
        found = text.find(wanted, place)
        if found < 0:
            lost.append(fact)
        else:
            place = found + len(wanted)
    return lost
