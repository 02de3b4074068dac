"""Who somebody is to somebody: "my patient", "her son", "the nurse"; and whether a name is what does something."""

from typing import Final

PATIENTS: Final = frozenset({"patient", "pt"})

RELATIVES: Final = (
    r"brother|sister|mom|mother|mum|dad|father|wife|husband|partner|son|daughter|dtr|aunt|auntie|uncle|cousin|niece"
    r"|nephew|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|boyfriend|girlfriend|friend|neighbor"
    r"|roommate|caregiver"
)
ROLES: Final = (
    rf"(?:patient|pt|{RELATIVES}|nurse|doctor|attending|attg|co-?(?:intern|resident|student|worker)|resident|intern"
    r"|fellow|senior|surgeon|pharmacist|therapist|chaplain|tech|medic|preceptor|mentor|colleague|classmate|student"
    r"|interpreter|manager|volunteer|aide|cna|emt|pa|np|rn|lpn|crna|worker|counselor|dietitian|teacher|coordinator"
    r"|clerk|kid|baby|toddler|boy|girl|lady|gentleman|man|woman|guy)"
)
"""A pattern for one of them. It catches no group, so that it can stand anywhere in a larger one."""

DOES_SOMETHING: Final = (
    r"(?:['’]s (?:\w{2,15}ing|not|so|still|very|too|now|gone|dead|fine|okay|ok|asleep|here|back|better|allergic)"
    r"| (?:(?:just|still|never|always|really|also|finally|already|actually|only) )?"
    r"(?:(?:is|was|are|were|has|had|does|did|will|would|can|could|should|might|must|needs?)(?:n['’]?t)?"
    r"|isn|wasn|came|comes|went|goes|said|says|told|tells|gave|gives|got|gets|made|makes|took|takes|sat|sits|held"
    r"|holds|kept|keeps|left|leaves|felt|feels|knew|knows|thought|thinks|let|sang|sings|wept|lost|ran|runs|woke|slept"
    r"|sleeps|spoke|speaks|began|brought|brings|taught|stood|fell|threw|found|hid|drove|drives|lives|loves|likes|wants"
    r"|hates|asks|looks|refuses|trusts|plays|works|deserves|cries|laughs|smiles|hurts|seems|died|tried|cried"
    r"|(?!confused|tired|scared|demented|spoiled|entitled|addicted|crazed|biased|need|bed|red|med)\w{2,14}ed)\b)"
)
"""A pattern for what stands behind a name whose bearer does something: " was crying"."""
