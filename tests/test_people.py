"""Who in a draft is a child, over more than one sentence: names that are flagged, and names that are not."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from childsafe_lint import lint

FLAGGED = [
    ("Police looked for Samuel “S.J.” Oduya, 4, all night. S.J.’s aunt had rung. A diver found S.J. asleep.",
     ["Samuel “S.J.” Oduya", "S.J.", "S.J."]),
    ("T.K. Marsh, 13, won the race. “T.K. never stops,” said his coach.", ["T.K. Marsh", "T.K."]),
    ("Tova, 11, rode behind her brother, Levi. Levi fell at the fence.", ["Tova", "Levi", "Levi"]),
    ("He is charged with poisoning three pupils of Tudor Primary School. He denied harming Asha Mwinyi, Omar Said and "
     "Ruth Chebet.", ["Asha Mwinyi", "Omar Said", "Ruth Chebet"]),
    ("The coach took Ivo Petrov, Asen Kolev and Mila Toneva, all of them 16-year-old pupils, to the camp.",
     ["Ivo Petrov", "Asen Kolev", "Mila Toneva"]),
    ("The Grade-9 pupil, Chamara Silva, fell from the roof.", ["Chamara Silva"]),
    ("The children of the royal couple start school. Prince Emil and Princess Ida will walk there.",
     ["Prince Emil", "Princess Ida"]),
    ("“Juno Belle joined our family on Sunday,” the singer wrote beside a photo of the newborn.", ["Juno Belle"]),
    ("A battery almost killed her little boy. Stacey Orrell, 27, had put Reggie down for his nap when he choked.",
     ["Reggie"]),
    ("Toddler's body found in well\n\nThe body of Sonu Kumar was brought out on Thursday.", ["Sonu Kumar"]),
    ("Maksym, Ivanna and Danylo Bondar were taken home. Ivanna, the eldest of the children, is nine.",
     ["Maksym", "Ivanna", "Danylo Bondar", "Ivanna"]),
    ("Dancing siblings Kyle and Tiana Brandt won. The pair, aged 12 and 10, danced a rumba.",
     ["Kyle", "Tiana Brandt"]),
    ("Six-month-old Rahaf and her sisters Lina and Sara were killed.", ["Rahaf", "Lina", "Sara"]),
    ("A second pupil has died. The hospital said Mercy Wangari, who had been in a coma, passed away on Sunday.",
     ["Mercy Wangari"]),
    ("Ravi Menon was driving Anika and Dev to nursery when the bridge gave way.", ["Anika", "Dev"]),
    ("Every morning Abdul walks Sumi and Rumi to their kindergarten.", ["Sumi", "Rumi"]),
    ("Pictured: Kofi (right) and Esi with their father, Kwabena Mensah, at the camp.", ["Kofi", "Esi"]),
    ("A star and his partner have two children, Ocean and Rebel.", ["Ocean", "Rebel"]),
    ("It is six years since Olena last saw her son. Danylo was taken by his father.", ["Danylo"]),
    ("Third was Meera Nair of Kotta, a Class 6 pupil, and fourth Joel Biju of Pala, an eighth-grader.",
     ["Meera Nair", "Joel Biju"]),
    ("In the Under-11 race Callum Byrne beat Ollie Marsh. The over-40s went to Pat Dolan.",
     ["Callum Byrne", "Ollie Marsh"]),
    ("U13 boys: J. Farrugia bt M. Zammit 11-9, 11-4. Referee: C. Borg.", ["J. Farrugia", "M. Zammit"]),
    ("Year 3 winners: Amelia Stott, Jacob Lunt, Zainab Ali. Judge: Mrs P Frost.",
     ["Amelia Stott", "Jacob Lunt", "Zainab Ali"]),
    ("Max, Rose and Kit were the first three children into the room.", ["Max", "Rose", "Kit"]),
    ("Amina Odera and her twin Halima Odera had one mark. The girls sat the test in June.",
     ["Amina Odera", "Halima Odera"]),
    ("Ava Mora, four, rang the bell. Her big brother Cillian gave her a teddy.", ["Ava Mora", "Cillian"]),
    ("Three girls drowned on Monday. They were named by police as Nurul Aina and Lim Pei Wen.",
     ["Nurul Aina", "Lim Pei Wen"]),
    ("A driver died with two pupils. The pupils were Anele Zondi and Musa Cele; the driver was Bheki Khumalo, 51.",
     ["Anele Zondi", "Musa Cele"]),
    ("The dead boy — Andre Watts of a Top Hill, Clarendon, address — sang in a choir.", ["Andre Watts"]),
    ("The remains of a toddler found near Upington are those of Liam Visser, who vanished in May.", ["Liam Visser"]),
    ("Maria Lim, 38, died with her sons Jose Jr., 8, and Miguel Lim III, 5.", ["Jose Jr.", "Miguel Lim III"]),
    ("Ben, six, and his cousin Will Harper, 11, went in. It broke under Will too.", ["Ben", "Will Harper", "Will"]),
    ("The twin girls, whose brother is called Hector, are four.", ["Hector"]),
    ("Mai is looking for her son, Bao. “We called him and sent Bao's photograph,” she said.",
     ["Bao", "Bao"]),
    ("A SIX-YEAR-OLD who rang 999 has won an award. Alfie Trent was with mum Jo. Alfie was calm. It is in memory of "
     "Neil Burt, a drummer, who broke his leg when he turned 40.", ["Alfie Trent", "Alfie"]),
    ("A nine-year-old girl has been missing since Friday. Laura Keane vanished on her way home. Laura likes maps.",
     ["Laura Keane", "Laura"]),
    ("Fourteen-year-old Moneisha Mothen was last seen on Friday. Ms Mothen was wearing a school uniform.",
     ["Moneisha Mothen", "Mothen"]),
    ("Storm, 13, was last seen in May. Anyone who may have seen Storm should call.", ["Storm", "Storm"]),
    ("A 17-year-old from Bihar was found dead on Monday. The deceased was identified as Aniket Ranjan.",
     ["Aniket Ranjan"]),
    ("Chikondi is 13, and that is not her real name. “The red one is that Zora came on the proper day,” her aunt says.",
     ["Zora"]),
    ("The petition names the children as Hollis Maddox and Birdie June Maddox, born March 3, 2019.",
     ["Hollis Maddox", "Birdie June Maddox"]),
    ("Wesley Tran, 9, is deaf. To his brother and sister he was Wewe.", ["Wesley Tran", "Wewe"]),
    ("RIP Jayden: Balloons released for boy, 12, who drowned", ["Jayden"]),
    ("Hùng Lê, 12, is missing. The tag #BringBackHùng was shared.", ["Hùng Lê", "Hùng"]),
    ("North High School junior Matthew Teske was killed. Teske was a runner.", ["Matthew Teske", "Teske"]),
    ("A man murdered his partner's baby boy, a court has heard. Kane Marsh, 31, is alleged to have killed Teddie "
     "Marsh. Mr Marsh denies it.", ["Teddie Marsh"]),
    ("The deceased was identified as Sunday Okafor, a Primary Four pupil. A neighbour said Sunday was on an errand.",
     ["Sunday Okafor", "Sunday"]),
    ("Aung Min Thu, 7, and Ei Mon, 9, were found. “My Ei Mon is brave,” said her mother.",
     ["Aung Min Thu", "Ei Mon", "Ei Mon"]),
    ("Results: Under-11 girls 100m: 1 Poppy Sands, 2 Amelia Roe. Veterans mile: 1 Ken Barlow (M50).",
     ["Poppy Sands", "Amelia Roe"]),
    ("Ruby Marsh (U13) was dropped. Her coach, Steve Marsh, said so.", ["Ruby Marsh"]),
    ("The talk is of Isla Reid and Noah Quist, both Year 6. Ian Reid chairs the board.", ["Isla Reid", "Noah Quist"]),
    ("Samir, 16, fled alone. The judge smiled: young Stanikzai had left his coat.", ["Samir", "Stanikzai"]),
    ("It was Oma Teku who hid first. She had turned 15 only weeks before.", ["Oma Teku"]),
    ("Ekon Bassey gave his age as 14. An uncle, Effiong Bassey, brought him.", ["Ekon Bassey"]),
    ("A YouTube channel named the three boys. They are Ko Tae, Ahn Min and Yu Do. All are 15 by international age.",
     ["Ko Tae", "Ahn Min", "Yu Do"]),
    ("Cody Rusk, 14, was in court. The judge released Rusk to the care of his grandmother, Noelene Rusk.",
     ["Cody Rusk", "Rusk"]),
    ("A couple beat an 11-year-old girl. Sanam, daughter of Allah Ditta, was brought to hospital.", ["Sanam"]),
    ("A girl of 15 told the court what he did. She is Purity Wekesa, 15. Rider jailed in Wekesa case.",
     ["Purity Wekesa", "Wekesa"]),
    ("The Grade 9 learner drowned on Friday. “Thabo could not swim,” his aunt said.", ["Thabo"]),
    ("Ellie Price, 11, hid. Price's ex-partner kicked the door. Price, 38, ran to a neighbour.", ["Ellie Price"]),
    ("Lwazi Dudu, nine, has HIV. Siya, the goalkeeper, came back. Siyamthanda Qola is also nine.",
     ["Lwazi Dudu", "Siya", "Siyamthanda Qola"]),
    ("The body of a girl was found. “I know Jonalyn,” he said. The tag #JusticeforJonalyn was trending.",
     ["Jonalyn", "Jonalyn"]),
    ("Nurai Asan, who will be 18 in March, is staying with an aunt.", ["Nurai Asan"]),
    ("A 13-year-old herd boy was killed by lightning. Thabang Moeti had been sheltering with two men. Lebo Sello, 45, "
     "was hurt.", ["Thabang Moeti"]),
    ("A mother wants the beads banned after losing her toddler. Beau Tama swallowed six of them. Kiri Tama, 29, "
     "thought he had a bug.", ["Beau Tama"]),
    ("For eleven days the face of Maisie Kerr has looked down. The schoolgirl has not been seen.", ["Maisie Kerr"]),
    ("Nobody was watching when Yusuf Adan went under. Lifeguard Ben Cole, 19, was away. The Year 5 pupil drowned.",
     ["Yusuf Adan"]),
    ("Police found 14-year-old Queen Adjei. Sri Lestari, 9, was with her.", ["Queen Adjei", "Sri Lestari"]),
    ("A girl, May Thu, is in Grade 4. Jun Jun, 8, and Zin Mon, 6, are her cousins.", ["May Thu", "Jun Jun", "Zin Mon"]),
    ("A boy named River was hurt. Six-year-old Will and O‘g‘iloy, 7, were not.", ["River", "Will", "O‘g‘iloy"]),
    ("Her daughter, Paris, was born in 2019. Wang'on'a turned nine in May.", ["Paris", "Wang'on'a"]),
    ("A High Alert is out for 15-year-old Aye Chan. Lwin Ko (12) was with her.", ["Aye Chan", "Lwin Ko"]),
    ("Tom Hale – the smallest of the crew – is 11 years old.", ["Tom Hale"]),
    ("Ingrid Solheim, 39, hid Jonas in a cabin. The boy is now eight.", ["Jonas"]),
    ("Simran Deol hits hard and was hurt. At 14 she has 22 wins and no losses.", ["Simran Deol"]),
    ("He works in the heat. Monday Phiri thinks he is 13.", ["Monday Phiri"]),
    ("Form Two student Brian Kiptoo has been on dialysis. His father, Joel Kiptoo, was a match.", ["Brian Kiptoo"]),
    ("Obi Nwosu, 12, drowned. His mother, Mrs Patience Nwosu, wept. The headmaster said Nwosu was the best.",
     ["Obi Nwosu", "Nwosu"]),
    ("The conjoined twins were parted in Riyadh. Salma and Sara, aged 14 months, are in intensive care.",
     ["Salma", "Sara"]),
    ("Gunmen released Hauwa Bello, 15. Twenty-six others, among them Rahila Yusuf, are in the forest.",
     ["Hauwa Bello", "Rahila Yusuf"]),
    ("J.T. Acker was struck by a bolt. The suit of Todd and Lisa Acker says so. Acker, a second-grader, was hurt.",
     ["J.T. Acker", "Acker"]),
    ("Nobody wants to talk about Aigerim. The 13-year-old told a nurse. The director, Aigerim Tulen, 38, was away.",
     ["Aigerim"]),
    ("Under-15s: Bloxham lost Max Oye to injury. Arlo Dent hit 54 and was taken ill. In the Vets' Cup Bob Dent hit 9.",
     ["Max Oye", "Arlo Dent"]),
    ("The remains are those of Lerato Maake, who vanished in 2022 at the age of 8.", ["Lerato Maake"]),
    ("A schoolboy drowned in a quarry. Tomos Rhys Pugh got into difficulty in July. His mother, Sioned Pugh, said the "
     "boy was careful. Tomos was found by a diver.", ["Tomos Rhys Pugh", "Tomos"]),
    ("The girl writes in a notebook. “I did not want to forget,” said Ikram. Her mother, Halima, 34, sorted lentils. "
     "On most days Ikram scratches letters in the sand.", ["Ikram", "Ikram"]),
    # who was called by the surname alone before the family came in goes on being called so
    (
        "Devon Sharpe, 16, was arrested on Monday. Sharpe is accused of arson. His parents, Alan Sharpe, 44, and Tess "
        "Sharpe, 41, were in court. A detective testified that Sharpe bought the petrol.",
        ["Devon Sharpe", "Sharpe", "Sharpe"],
    ),
    # pet forms, in quotations and before the whole name is told; a headline without capitals
    ("Patrick Ames, 7, is missing. “Paddy is afraid of the dark,” said his aunt.", ["Patrick Ames", "Paddy"]),
    ("The drowning of their boy Frederick Ames, two, was chance. Freddie loved ducks.", ["Frederick Ames", "Freddie"]),
    ("a candle for jarek\nNeighbours lit candles for Jarek Ames, 6, on Monday.", ["jarek", "Jarek Ames"]),
    # no word settles it, but all that is told is told as of a child
    (
        "Imani grinds the maize before sunrise and carries the flour home on her head. She is small, and the sack is "
        "not. Her mother says she used to sing on the way. Since the school closed Imani has stopped. Her teacher, who "
        "lives two doors away, lends her a book each Friday. “She reads until I blow the lamp out,” her mother "
        "says. Asked what she misses most, Imani says the bell, and her friends, and the game with the stones.",
        ["Imani", "Imani", "Imani"],
    ),
    ("The father of Rosa Pike, 14, told the court that he had not slept.", ["Rosa Pike"]),
    ("Cy Holt, eight-year-old twins Ada and Mae and their aunt were found.", ["Ada", "Mae"]),
    ("He and Tomasz were among 19 children found in the sheds.", ["Tomasz"]),
    (
        "A schoolboy of 15 is charged with the murder of a baker, Harry Sood.\n\nJay Cole, called Bolt, was in court.",
        ["Jay Cole", "Bolt"],
    ),
    ("Rhys Mallory, of Quarry Lane, Ashby Fell, was 15. “My sympathy to Gran Mallory,” the judge said. Rhys sang.",
     ["Rhys Mallory", "Rhys"]),
    ("Hunter Dale Voss, 15, of rural Arlen, has died. Hunter was born May 3, 2006, in Arlen to Greg and Tina Voss.",
     ["Hunter Dale Voss", "Hunter"]),
]  # fmt: skip

LEFT_ALONE = [
    "Oulu, May 3 (Reuters) - One girl, whom Reuters is calling Ilse, lives here. She said she was 13. Ilse sews.",
    "Thandi, 14, has HIV. This paper is not using her real name or her town’s. Thandi sits her exams in June.",
    "Thoko Dube was at church when Sabelo rang. Sabelo, her son, teaches maths in Durban. A girl of nine drowned.",
    "The girl, nine, was on the bus. Fay Ledger, whose son Wes drives a lorry for the mill, saw it.",
    "The girl, 7, is in a coma. Her parents, Olu and Femi, sat with her. “Femi sings to her,” a nurse said.",
    "A baby was found alive. Tess and Rob, the baby's foster carers, wept. “Tess was sure of it,” a friend said.",
    "The boy, 9, went home with his mum and dad, Kit and Lou. Lou carried his bag.",
    "Two boys are held, said Police Supt. Nora Quill. Supt. Quill said that both were armed.",
    "A pupil of 15 was sent home. His cousin Jerome Tate, a freshman at Marlow A&M, wrote to the school.",
    "The boy, 14, was hit. His brother, Karim Sahin, who is training as a nurse, said it was the third time.",
    "When Holly Quayle had triplets her sister moved in. Holly said that the three babies ate like horses.",
    "A boy, who asked to be called Amos for this report, was 12. Amos carried water for the soldiers.",
    "The boy's name, like that of his cousin Enoch, has been changed. The boy was 13. Enoch was 12.",
    "Three nurses and two pupils died. The mayor read out the names of Ann Fox, Jo Bell, Kim Law and Pat Dean.",
    "“He was my baby brother,” said his sister Leticia Diaz, of the boy, 14, who was shot.",
    "In the film, both Omar (Rohan Mehta) and the girl Noor (Sana Kapur) are orphans. It is odd to watch Sana Kapur.",
    "A pupil of a Senior High School, who was on her way home, was hit. Health PS Mary Muthoni said the girl was well.",
    "In Marta Lind's new novel, a girl called Hope is raised by wolves. Hope, eleven, steals a horse.",
    "A couple is suing a hospital. Travis and Dana Whit put the child in her crib. Dana cried.",
    "A boy was lost. Ranger Clever Ncube gave him a biscuit. The 7-year-old has been put on a drip.",
    "To Kate and Brian Mannion, a son. Thanks to all at the ward and to Dr Ann Keane.",
    "Five teachers were held over a pupil's death, his schoolmates said. The arrested are Paul Osei and Grace Addo.",
    "His daughter Teta, a lawyer, and son Nelo, who plays bass in his band, led the cortege.",
    "The girl's grandmother ran a marathon with her running mate Carol Dunn.",
    "Her older son, Trevor Banks, said the boy, 15, had been the joker. “He was my shadow,” Banks said.",
    "Presenter Lulu Farrant joined the queue at the school gates as her children started term. Lulu told fans so.",
    "A boy rang 999 and told call handler Jackie Moss so. Jackie stayed on the line. His school is proud.",
    "Two pupils and three teachers died. The dead were named as Ann Hope and Paul Webb.",
    "Her 36-year-old mother described Laura as cheerful.",
    "Mama Bright lost her daughter when she was three.",
    "Take Callum, a boy we have made up for this page. He is 13.",
    "“Nomsa and the Paper Moon” is a novel for children. Nomsa, who is ten, keeps a crow.",
    "The mill book of 1878 names Kustaa Viljanen, eleven. In 1883 and 1890 Kustaa was fined.",
    "Amber alerts were sent to every phone in the county.",
    "Twins Pixie and Dot, aged six, are pit ponies.",
    "Identical twins Enid and Edna Marlow celebrated their 100th birthday.",
    "The commander known as “Lynx”, whose real name is Ed Rincon, 44, took two boys.",
    "The grandmother who raised the boy, Nomsa Dlamini, wept.",
    "Amber Heath, a nursery worker, was cleared. The toddler had fallen from a slide.",
    "Nicole, 39, has a son. Nicole's half-sister Sofia shared the picture.",
    "Little Aths: Records tumble at Murrawee\n\nWinds did not stop the Murrawee Little Aths. A girl of nine fell.",
    "A councillor said the hostel for boys was full of “little Taliban”.",
    "Teachers called the class of ten-year-olds the little Napoleons.",
    "We are calling the two children in this story Kofi and Esi. Both mended nets. Esi is 15 and Kofi is 12.",
    "The siblings, whom we will call Ana, Beto and Caio, were taken into care. Ana is nine. Caio is four.",
    "Their names are not Lulu and Zed, but that is what we shall call them. Lulu, 11, left first. Zed is 13.",
    "It was the lawyer for child, Fetu Leota, who told the court what the boy had asked.",
    "The girl's guardian ad litem, Tom Achebe, agreed.",
    "Mr Trevor Bose, who had meningitis himself as a boy and spent his seventh birthday in hospital, opened the ward.",
    "Ifeoma Okeke remembers her tenth birthday, when soldiers came to the farm.",
    "When he was 16, Ahmed Azza was arrested and held for a month. He runs a print shop in the old town.",
    "Peter Mwangi was seven when his father died in the mine. He went on to lead the union.",
    "The girl, 14, of Station Avenue, Thorpe Marsh, paid. Assin headmaster sacked after girl, 13, was left on bus.",
    "Police in Sylhet have charged a 15-year-old. Sylhet, a town of 4,000, has no youth club.",
    "The kids Kisii keeps forgetting: how a town lost its playground",
    "The birth certificate gives the father's name as Karim Aziz. The boy is nine.",
    "“Then Mo yelled at us,” the boy, 12, said. Mo was Mohamed Bakri, 41, the referee.",
    "The girl, six, misses her dog. The older dog is called Aida.",
    "GIRLS RESULTS\n100m: 1. Okello 12.8.\nJavelin: 1. Dunn 31.20.",
    "He was given the old Hilux for his 16th birthday.",
    "The 17-year-old's barrister, Lupe Ortiz, spoke.",
    "The judge praised the girl's foster carer. Saida and her husband took in the baby at two weeks.",
    "23:14, 11 May. Bishkek – Zhanar Abdieva\nThe girl abducted on Sunday has been handed to her mother.",
    "He dived for a man the boys called Master. Two siblings are referred to as K and L. The letters lie.",
    "The gang is banned. On Tuesday Dudley magistrates granted an order. FIR No. 41 was filed. The boys are 14 and 15.",
    "A church elder, who gave his name as Bashir Kato, was on the radio. The boy, he said, is nine.",
    "Clara – we have altered her name – is thirteen and does not like to be asked.",
    "The cat is called Tomas. The girl, eight, feeds her. The father's sister, Nadia, sent money.",
    "Ines was nine years old in 1994. Tom Reed, then 15, worked in a mill in 1961.",
    "Lupe Ortiz was 12 when her mother sold her. Now a lawyer, Lupe Ortiz helps girls who flee.",
    "Karim, a neighbour, heard the boy crying. The boy, aged four, was alone. Karim broke the window.",
    "Rosa Pike was shot dead in front of her children, aged 3 and 6.",
    "“Anak, come here,” the mother told the boy, who is six. “Amma told us to run,” he said.",
    "“Children are not soldiers,” Imran Butt said. The boys were 13 and 15.",
    "Reporting by Nina Falk; editing by Joe Hart. The boy, 14, cannot be named.",
    "She was seven when they moved to Assin. “Assin was kind to us,” said her mother.",
    "The lifeboat Rosie picked up two boys, aged 9 and 12. Rosie has served since 1994.",
    "A widow of 70, Ada Cole, has two sons. The eldest is a dentist; the youngest, Iain, teaches.",
    "Aged 11, Maya Lind wrote to the president. Thirty years later, the professor keeps his answer.",
    "Simone's mother died when Simone was four. The novelist grew up in Lyon.",
    "President Adeyemi's eldest son, Tunde, runs the family bank.",
    "The governor's daughter Amy, a law student at Yale, introduced him.",
    "Five people have died in Queensland, three in the Northern Territory and two in Western Australia.",
    "Our favourite ways to eat eggs: 1) Devilled, 2) Scotch, 3) Scrambled, 4) Pickled.",
    "A survey of 15-year-old Australian school students has shown alarming trends.",
    "As the youngest Beatle, he had to be smuggled into clubs. A girl of 12 fainted.",
    "Those named were Maiyo Sammy of Kapsabet boys, Kimiti Wacheke of Othaya Girls and Kuria Willie of Muranga High.",
    "Michelle Morris, 19, was stabbed at home. “I have lost my Shelley,” her mother said.",
    "A banker and his wife are accused of beating a girl of 11. The accused, Faisal Rauf and Amna Rauf, deny it.",
    "The siblings' father, a seaman identified by the captain as Nestor Calu, is at sea.",
    "Half were 12 or younger. The rescued minors are with the Department of Social Welfare and Development.",
    "He's just a kid, the neighbours said of Ray Obi, 34.",
    "Thirty years ago they were the naughtiest class. Paddy Keane, who was suspended at nine, is a bishop.",
    "Survivors of the home, closed in 1979, told a commission. Kevin Dray, who was eight when he came, was caned.",
    "The bridegroom, Nasib, and two cousins, Asad and Rahmat, are held. A boy of six, whose name is kept, was hit.",
    "The 17-year-old walked free. The boy had been recruited by a gaming friend known online as Vortex.",
    "In Khan Younis, a boy of eleven boils lentils.",
    "The girl, six, met her hero, Olaf, at the castle.",
    "Little Mix singer Jade Hill, 31, says she was bullied as a schoolgirl.",
    "A girl called Plum bit people in this courtyard in 1968.",
    "Callum Fair was last seen on Sunday. He told flatmates he was out. A boy handed in a phone. Callum's mother wept.",
    "Her counterpart at Ikare said the tired girls want to go home. Ikare has a school. Its family of pupils grows.",
    "She was in JSS 2 at Community Secondary School, Ikot Obio, before Madam Udoh came.",
    "The dead were five children, four women and five men. They have dug themselves into the hills of Spin Ghar.",
    "A girl of nine spoke up. Faith groups want to see the findings. Faith Odera, 51, leads them.",
    "The couple raised the boy. Their daughter, Gemma, died. Gemma, 26, had battled addiction.",
    "She leaves her husband, Ed; children Nora, Colm and Ann; and nine grandchildren. A girl of ten sang.",
    "His sons, Brendan and Colm, flew home. Colm, the youngest at 33, searched all night. A girl of 15 was found.",
    "Lilting, senior: 1, Hugh Ames; 2, Nora Venn; 3, Cy Holt. A boy of nine won the harp.",
    "A boy of nine sang. The conductor's daughters, Nora and Ann, both now school inspectors, sang with him.",
    "The boy is nine. His brother, Tom Ames, now a sophomore at college, drove home.",
    "The boy, 15, wept. Jago Ames had been a pupil at Hill School, which he left in 2022.",
    "The accused, Ann Roe, a cousin of the mayor, denied beating the girl, nine.",
    "LEEDS — Students in grades six to eight will hand in their phones.",
    "The fisherman has eight children. One, Pavel, is in his thirties. The smallest is two.",
    "He walked behind his two elder sons, Iwan and Steffan, both back from Cork. A girl of six sang.",
    "The suspect, Ivo Lanz, was caught. The boy, 12, is safe. Lanz, a brother to the boy's father, is in court.",
    "Ivan Roe, known as Bo, drove the van. A girl of nine, who cannot be named, was hurt.",
    "A girl of nine was hurt. Marta Berg, who is six months pregnant, had rung the police.",
    "A boy of nine was fed by hand. He keeps a sourdough starter. They called it Kevin. Kevin lives in a jar.",
    "The boy is nine. According to head of youth Petra Lind, the club wrote to his parents.",
]


@pytest.mark.parametrize(("text", "names"), FLAGGED, ids=[names[-1] for _, names in FLAGGED])
def test_the_child_is_named(text: str, names: list[str]) -> None:
    report = lint(text)
    assert [text[f.start : f.end] for f in report.findings if f.category == "minor-name"] == names


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_nobody_here_is_a_named_child(text: str) -> None:
    assert [f.rule for f in lint(text).findings if f.category == "minor-name"] == []


_STORY = (
    "A court in Leeds heard on Tuesday how Maryam Iqbal Qureshi, a pupil of Class 6, was beaten by her stepfather "
    "at their home in Long Meadow Terrace. The 12-year-old told a teacher at Beck Lane Primary School, and Maryam "
    "Qureshi now lives with her aunt."
)


@pytest.mark.parametrize(
    "set_as",
    [
        lambda text: textwrap.fill(text, 40),
        lambda text: textwrap.fill(text, 60).replace("\n", "\r\n"),
        lambda text: text.replace("12-year-old", "12\u2011year\u2011old").replace("Iqbal ", "Iqbal\u00a0"),
        lambda text: text.replace("Maryam ", "Maryam\u202f").replace("Class 6", "Class\u20096"),
    ],
    ids=["wrapped", "wrapped, from Windows", "unbreakable", "thin spaces"],
)
def test_how_a_story_is_set_changes_no_finding(set_as: Callable[[str], str]) -> None:
    plain, other = lint(_STORY), lint(set_as(_STORY))
    assert [f.rule for f in other.findings] == [f.rule for f in plain.findings]
    assert "names/abuse-neglect" in {f.rule for f in plain.findings}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sol Abaya wakes on a bench by the harbour. It is his tenth birthday.", {"Sol Abaya"}),
        ("Tumi Seane lit the stove alone. Friday was her 13th birthday.", {"Tumi Seane"}),
        ("Back to school\n\nRosa and Finn in their new blazers.", {"Rosa", "Finn"}),
        ("Arthur Pell poured the tea. It was his 80th birthday.", set()),
        ("Ruth and Ian in their new uniforms at the fire station.", set()),
    ],
)
def test_birthdays_and_school_clothes_tell_children(text: str, names: set[str]) -> None:
    named = {text[f.start : f.end] for f in lint(text).findings if f.rule.startswith("names/")}
    assert named == names
