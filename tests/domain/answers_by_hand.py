"""What preceptors might write to their students: what asks one of them to step forward, and what only sounds so."""

STEP_FORWARD = """\
Whoever wrote about the silent visit, thank you.
To whoever said that rounds feel like a race: you are right.
The student who felt invisible on rounds deserves an apology.
The one who cried in the stairwell is not alone.
I wonder who wrote this.
Come and see me, please.
Come find me after rounds.
My door is open for you.
My door is always open.
If you wrote that, please talk to me.
One of you wrote that I interrupt. You are right.
I think I know who said that about the ward round.
You know who you are.
To the person who sat with the dying man: thank you.
Please let me know if it was you.
I would like to talk with you about it.
I'd love to meet the student who sat down.
Stop by my office any time.
Send me an email and we can talk.
Which of you sang for the patient, I would love to hear.
Please step forward so that I can apologize.
Tell me directly next time.
Next time, say it to my face.
Please put your name to such a comment.
The author of the second quote should be proud.
I recognize that style.
I can guess who that was, and I am sorry.
If that was you, I'm sorry.
Feel free to reach out to me.
Let's talk about it in private.
Whoever feels that way should speak to me.
Your comment about my tone hit me hard.
Raise your hand on rounds if this was you.
I want to apologize to the student I interrupted.
Somebody in this group said that I was late.
You who stayed with the family: well done.
Knock on my door.
Text me when it gets too much.
I'm here if you want to talk.
A certain student taught me something.
I want to know who felt left out.
Please see me after rounds.
Thanks to the brave soul who told us about the handover.
Whoever it was that waited alone with the family, that was good medicine.
Somebody here feels unsafe. Talk to me.
A student wrote that I roll my eyes.
I'm curious which one of you noticed the empty chair.
I have a hunch who this is from.
If it was you who left early, nobody is angry.
You can always drop by for a chat.
Please catch me before sign-out.
Email me your thoughts.
Give me a call if you are struggling.
Let me know who needs a break.
Make an appointment with me if you need one.
Set up a time with me.
Speak to me one on one.
I want to thank you in person.
To the writer of the first quote: I was moved.
The person behind this comment should not worry.
That student is right.
I know whose words these are.
Don't be afraid to come to me.
You can tell me anything, my office is open for you.
Will the one who felt humiliated please forgive me.
Please own up, nobody will be cross.
I remember the patient you describe.
Pull me aside when it happens.
Reach me on my cell.
I want you to come and talk to me.
One student felt ignored.
Please introduce yourself to me.
I would be glad to hear from you directly.
That one of you is afraid of me makes me sad.
Somebody told me in the digest that I cut people off. I'd like to say sorry to that somebody.
If any one person feels alone with this, my pager is always on.
To the quiet one in the back: I noticed.
I have been asking around about the elevator story.
Whichever one of you held her hand, you did right.
Would love for the author to join me at lunch.
Please grab me for coffee when you have a minute.
You, with the story about the daughter, stay after sign-out.
It is obvious whose shift this was.
My office hours are Tuesday at three for the person concerned.
Let the clerkship office know your name and we will change your schedule.
I hope the individual in question reads this.
Please identify the resident and yourself to me.
There is only one of you who was on nights, so you know I mean you.
I can work out from the details who was on that day.
Ring me whenever it gets too much.
Do come by, the coffee is on me.
Whoever's patient died this week, I am sorry.
Message me if you were the one left alone.
A word with me after rounds would clear this up.
Stay behind after teaching if this was about you.
Reply to me by email, please.
I would rather you had told me yourself.
The student in question should have called.
The person I snapped at deserves better.
Anyone who was upset should see me today.
If you are the student with the language barrier story, well done.
Someone on nights wrote that nobody taught them.
I'm trying to figure out which student this was.
We will find out who feels bullied and help.
Speak with me before Friday.
I'm available for a one-to-one.
I think this came from somebody on the cardiology service.
Own it and tell me.
Just knock.
Please make yourself heard: come to my office.
My cell is on the board for the student who needs it.
I owe one of our students an apology.
To my anonymous critic: fair point.
You who felt small: that is on me.
Whoever needs an ear, I have two.
Thanks to the student on nights for the frank words.
Someone said I never teach. Come to my clinic and I will.
If the shoe fits, drop me a line.
I'd be happy to sit with you and go through it.
I would like a quiet word with the person concerned.
Please speak up in person next time.
Which student was this about is clear to me.
A colleague of mine guessed who wrote this one.
You can reach me at extension 42.
One learner wrote that I am sarcastic, and that is fair.
I'd welcome a visit from the writer.
Let me buy the author a coffee.
Talk to your site director or to me if it happens again.
If you're the one who fainted, please eat breakfast.
That remark about the nurses: whose was it, I keep thinking.
We need to hear from the student who saw this happen.
Find me on Thursday, I have an hour.
My door stays open for anyone who felt hurt by me.
The member of our group who stood up to me has my respect.
I remember your case on the fourth floor.
I bet I know which of my students this is.
Email is best if you want to discuss it.
Please report this to me so that I can act.
Be brave and tell me next time.
I see you, the one who stays late.
Put your initials beside the next one.
I will wait in the workroom at noon for whoever wants to clear the air.
To whomever I offended, my apologies.
Your story about the daughter made me cry.
The line about the window stays with me.
I'm in my office most afternoons.
If you want to talk, you know where I am.
Want to talk it over? You know where I am.
Come chat.
Hit me up.
My guess is one of the two on nights.
I bet it was somebody on nights.
I suspect one of the night people.
It had to be one of the four on call.
It had to be the newest member.
The kid who wrote this has guts.
The guy who sat on the floor is right.
That gentleman deserves an apology.
The lady who stayed late is right.
Our newest member is right about sign-out.
Whose patient this was is clear.
The quote about the elevator broke my heart.
That one about the elevator: I am sorry.
The second comment is about me.
The first one: yes, I interrupt.
Quien escribió esto, gracias.
Al que escribió sobre el pasillo: tienes razón.
Ven a verme.
Habla conmigo, por favor.
Mi puerta está abierta.
Sé quién escribió esto.
Uno de ustedes dijo que interrumpo.
Wer das geschrieben hat, hat recht.
Komm zu mir.
Sprich mich an.
Meine Tür steht offen.
Ich weiß, wer das war.
Einer von euch schrieb, dass ich unterbreche.
An die Person, die das geschrieben hat: danke.
Melde dich bei mir.
""".splitlines()
"""Each of these asks a single student to step forward, or lets one be singled out."""

TO_ALL = """\
I'm glad that you wrote.
Thank you all for your honesty.
My door is open to all of you.
My door is always open to everyone on the team.
I read every one of your replies twice.
Many of you felt rushed, and I will slow down.
Some of you said that rounds feel like a race.
You are right: I interrupt too often.
Each one of you taught me something.
Whoever sits down first hears more.
Whoever your patient is, sit down.
The one thing I take from this is to slow down.
The patient who talks most may be the most afraid.
Thank you for your words.
Your words moved me.
Patients talk to me differently when I sit down.
When a family wants to talk to me, I pull up a chair.
Nobody has to say who wrote what.
Please don't try to guess who wrote anything.
I don't know who wrote what, and I won't ask.
On rounds this week we will sit down with every patient.
We'll start ten minutes later from Monday on.
A nurse once told me to sit down. I never forgot.
Your reflections will change how I teach.
Let your patient know who you are.
Introduce yourself before anything else.
Call your patients by their names.
A patient let me know how much it helped.
I am here for all of you.
I saw how much you care.
What you wrote changed my week.
When you sit down, you hear more.
Keep writing. It helps us teach.
I hear you, and I will do better.
Speak up for your patients. They need you.
Raise the bed, lower your voice, sit down.
Bring this to the bedside tomorrow.
Together we will step back and listen.
Time pressure is real. I feel it too.
I was a student who cried in the stairwell, and it got better.
He came to see me years later.
A man on the ward asked me to come and see his garden.
My team and I read this together and we were moved.
I was touched by the story of the empty chair.
No one needs to say anything to anybody.
You don't have to tell me anything.
You all deserve feedback that helps.
Every one of you belongs here.
Any one of you could teach this.
I'm here for all of you, every day.
Patients remember who sat down.
Ask your patient who matters to them.
Find the person who knows the patient best: usually the nurse.
The person in the bed decides.
Tell patients your name and your role.
Write down what the patient says in their own words.
Wear your name badge where patients can see it.
Sign the order only when you have read it.
Step back, breathe, then step in.
Go and see the patient before you read the chart.
Stop by the bedside once more before you leave.
Find a chair. Sit. Ask one open question.
This matters to me. It is why I teach.
Come to rounds with one question from a patient.
I will ask the residents to slow down too.
It takes courage to write such things.
We talked about this at our meeting and decided to change sign-out.
Families talk to us when we are quiet.
I learned who my patients are by sitting down.
I know how hard this is.
Thank you to everyone who wrote.
Thank you to those who wrote.
To all of you: thank you.
Rounds will start at half past seven from now on.
Several of you asked for more feedback, and you will get it on Fridays.
I had no idea that sign-out felt so rushed.
I was moved by how gently you talk about your patients.
Thank you for being honest with us.
As a team we can do better, and I will begin with myself.
I read this twice and talked about it with my colleagues.
You noticed things that I have stopped noticing.
This week I will sit down at each bed before I speak.
The patient you sit with remembers you.
I learned this the hard way when I was an intern.
When a patient cries, stay. There is nothing you have to say.
It is all right not to have an answer.
None of this is part of your evaluation.
I won't try to find out who wrote anything.
Nobody will be asked about it.
You can all expect five minutes of teaching at the bedside.
I am sorry that I rushed you.
Feeling slow is not failing. All of us were slow once.
Ask the nurse who knows the family best.
Please take your lunch break, all of you.
The residents know now that questions are welcome.
One thing I will change: I will put the phone away.
One of the patients thanked us for the quiet.
Being on your own with bad news is hard, so we will go in together.
The clock is not your fault.
We talked with the charge nurse, and there will be chairs in every room.
The team and I want you to leave on time.
I'm proud of this group.
Your honesty helps me teach better.
It means a lot to me that you wrote down what is hard.
Someone's son or daughter lies in every bed.
Each of you has a place at the bedside.
The person behind the diagnosis comes first.
Tell the patient your first name and what you are there for.
I want all of you to feel free to say no.
Next week each of you will lead one conversation, and I will listen.
I heard that rounds are too long, and I agree.
See the person first, then the chart.
Let families finish their sentences.
Your replies made me think about how I teach.
I noticed that rounds run late, and I am sorry.
The whole team will meet at seven, and nobody will be put on the spot.
There is no need to tell anyone what you wrote.
Patients who feel heard heal better.
Let the patient finish, then ask.
We will try silence after bad news.
You each bring something that I lack.
I told the residents that students come first.
Thank you for trusting us with this.
When I was a student, somebody sat down with me, and I never forgot it.
Ask one open question and then wait.
A chair costs nothing.
Some of you feel watched. I will stand back more.
Your work this month has been kind and careful.
We hear that feedback comes late. It will come on the same day.
No one should eat lunch standing up.
I will say my name to every patient, and so will you.
The family I met this morning taught me patience.
I know that nights are lonely. The night resident will look in on all of you.
Most of you wrote about time, and I have no more of it to give than you.
I owe all of you more of my time at the bedside.
My promise for this week: I will not interrupt.
I appreciate how honest this group is.
It takes practice, and you are practicing.
You are not in the way. You are part of the team.
Let us go slowly with hard news.
I try to learn each patient's story before I examine.
The best teacher on this ward is the person in the bed.
That is what I heard, and that is what I will change.
The only doctor she trusted was the student who sat with her.
As one of you, I felt small on rounds too.
I was once one of you, and I felt small.
My guess is that rounds are too long.
I suspect that rounds are too long for all of us.
The second one is easier.
The kid in bed five smiled at us this week.
Gracias a todos por escribir.
Mi puerta está abierta para todos ustedes.
Danke an euch alle.
Meine Tür steht euch allen offen.
A gentleman on the ward taught me patience.
Each new member of the team will be shown around.
It had to be said, and you said it.
The first line of every note should be the patient's name.
""".splitlines()
"""None of these does."""

UNSEEN_STEP_FORWARD = """\
Whoever was brave enough to say this has my thanks.
I would love to shake the hand of whoever put this into words.
The student who feels watched: I will step back.
Could the person behind the remark on sign-out have a coffee with me.
Thank you, you know who you are.
Please talk to me if anything like this happens.
My office is on the third floor and it is open for you.
One of my students thinks that I do not listen.
If you are being mistreated, come to me first.
I think I know whose patient this was.
Drop in on Fridays.
I want to hear it from you in person.
It would take courage, but please say so to my face.
Text me, day or night.
The author should know that I agree.
Somebody on the team is having a hard time. Let me help.
I'll be in the cafeteria at noon if you want to chat.
That was a brave thing to write, and I would like to thank you myself.
I guess this was written by somebody on nights.
You wrote that you were scared. I was too.
Sign your next one, please.
Whoever is feeling burned out, take tomorrow off and tell my secretary.
The comment on my shoes was funny. Own up.
I hope that student reads this.
Wait for me after the conference.
I promise not to be angry with whoever it was.
Anyone who cried this week can call me at home.
To the one with the dying patient: you did well.
Let us talk, just you and me.
I'm happy to meet one on one.
""".splitlines()
"""The same, written after the rules were done. The rules were not changed for them."""

UNSEEN_TO_ALL = """\
I read your words slowly, and I thank you for them.
You told us that the days are too full, and they are.
We will protect your half day.
The best part of my week was reading this.
Many of you are tired. Go home on time on Friday, all of you.
From now on the senior resident will check in with the whole group at noon.
My door is open to all of you, on every day of the week.
I felt the same when I began.
Introduce the patient to me by name, not by diagnosis.
We all learn from one another.
A student is a guest at the bedside, and so am I.
Talk to your patients about the weather. It helps.
You asked for time, and here it is: rounds end at ten.
I will stop asking questions in front of families.
What you see at night matters.
Nobody is keeping score.
I am grateful for each of you.
Every student on this service will get feedback from me by Friday.
None of you is alone in this.
Your patients notice that you stay.
Sit where the patient can see you.
The nurses told me how kind you all are.
I'll begin rounds with a thank-you to the night team.
Each patient has a story. Let it be told.
I don't need to know who said it to know that it is true.
It was good to read that sitting down helped.
A patient called me by my first name, and I liked it.
We have heard you, and the pager will be silent during teaching.
Small things count. You showed me that this week.
Take your time. They will wait for you.
""".splitlines()
"""The same, written after the rules were done."""

ASKED = """\
How are you all doing?
What would help you
So what could we do better.
Did anyone feel rushed.
Tell me what you need.
Let me know how I can help.
I'd love to hear what went wrong.
I wonder what made rounds so hard.
Thank you. Would you rather start later
How was the week
Why not sit down
I'm curious how it went.
Really？
Please reply with one idea.
Who wants to start
Was it the clock
Is there anything we can change.
What helps you most.
Can we agree on one thing.
Please tell us more.
Does that sound right to all of you.
And how can we make it easier
Which part was hardest for you
I would love to hear about your week.
Could rounds be shorter
Any ideas
Please let us know whether Fridays suit you.
Have any of you tried sitting down
What else do you need from us.
Do write back with ideas.
Isn't it true that the clock rules us
Tell us how we can help.
I ask "how are you all doing?"
I ask you: "How are you all?"
"What would help?"
So do you want more time
So do we begin later
I have to ask "what would help you?"
Neither did you, did you?
Ask "What worries you most?" or is that too much?
""".splitlines()
"""Each of these asks for an answer."""

STATED = """\
What you wrote moved me.
How you sat with him matters.
When you sit down, you hear more.
Who we are at the bedside matters most.
Should you need a break, take one.
May you all rest this weekend.
Had we known, we would have waited.
Were I a patient, I would want you there.
Do that again tomorrow.
Have courage.
Ask what matters to your patient.
I asked myself why I hurry.
Patients tell us what they fear when we are quiet.
Patients want to tell me what matters when I sit.
What a week.
What I take from this is to slow down.
How it felt to you is real.
Why it happened I can explain on rounds.
It is not easy to write this.
Thank you for asking how patients do.
That is who you are.
I know how it feels.
Will power is not enough.
Let patients know what comes next.
Show them how you listen.
Where there is pain, begin there.
Which is why I will slow down.
Whatever the week was like, thank you.
How much you notice astonishes me.
Will and patience are not the same, and you have both.
Are there hard days, there are also good ones.
Patients will tell you how they are if you wait.
I know what it is to be new.
Do sit down, it takes no longer.
What matters to me is that you are safe.
Why this is so hard I will explain on Monday.
You get tired. So do I.
So do I.
Neither did I.
Students feel lost; neither did I know where to stand.
So do many of us.
Try this: ask "What worries you most?" and then wait.
Ask “What worries you most?” and wait.
Say to them: "Is now a good time?"
Try "What else should I know?"
I asked her, "Are you in pain?" and she wept.
""".splitlines()
"""None of these does."""

NAMED = {
    "Thank you, Alice.": ["Alice"],
    "Alice, thank you for speaking.": ["Alice"],
    "Thanks alice!": ["alice"],
    "Thank you, Jo.": ["Jo"],
    "Thanks, Li, for speaking.": ["Li"],
    "Thank you, Ng.": ["Ng"],
    "王芳 did great": ["王芳"],
    "Thank you, Priya.": ["Priya"],
    "Priya did great.": ["Priya"],
    "PRIYA was right.": ["PRIYA"],
    "It was Will who did it.": ["Will"],
    "Thank you, May.": ["May"],
    "I heard you, Sunny!": ["Sunny"],
    "Thanks, J.": ["J"],
    "J, thank you.": ["J"],
    "Gracias, Alice, por todo lo que dices.": ["Alice"],
}
"""Each names somebody, whether or not anybody of that name is on the roster."""

NAMELESS = """\
In May we start at ten.
This March was hard, and April will be too.
On Monday the nurses and I will talk.
I WILL slow down.
Hang in there: it is a major step in the fall, and a blessing after an honest week.
The night float and the noon conference will begin later.
We use SBAR; ICU days are long, with CHF, COPD and DKA.
Thank You All
Internal Medicine and Emergency Medicine learn from you.
The ICUs are loud.
In English or Spanish, sit down.
Parkinson's disease needs time.
OK, we will stop.
The ER is loud, the OR too, and IV lines hurt.
Vitamin D, hepatitis C and plan B.
Gracias a todos por escribir. Los pacientes lo notan.
Danke für eure Ehrlichkeit. Ich habe viel gelernt.
Merry Christmas to all of you.
I've read it. I'd say you're right; don't stop.
Debriefs will happen on Fridays, handoffs at 7 PM.
Hmm, that hurt to read. Ouch!
COVID made this hard.
Thank you, everyone. You Are The Best.
Teach-back works.
""".splitlines()
"""None of these names anybody."""

EVERYDAY_ROSTER = (
    "Hang Major",
    "Ann Fall (Night Float)",
    "Blessing Honest",
    "Bo Noon | Conf",
    "Chance Step",
    "So Young",
)
"""People whose names are words that everybody writes."""

UNSEEN_HARMLESS = """\
Your candor about the night shift reached me.
Two weeks in, everybody feels clumsy. I certainly did.
Effective Monday, students leave by six unless a patient needs them.
We are human beings first, clinicians second.
Somebody's grandmother taught me more than any lecture.
Let's retire the phrase "poor historian" together.
The VA has chairs in every room; our hospital will too.
Oncology rounds are heavy. Walk outside afterwards.
Interrupting is a habit. I am breaking mine.
The Kleinman questions still guide me.
I skimmed past the tears in the room, and I regret it.
A warm blanket is sometimes the best order of the day.
Cultural humility begins with curiosity.
Ask your patients "What do you call this illness?" before you explain.
Loneliness on the wards is common. Eat together.
Rounding with a cane taught me to slow down.
Thanks, team. Onward!
I hear you. Neither do I enjoy the six o'clock pages.
The attending's job is to make room for you.
Room 12 or room 20, every patient gets a greeting.
Awkward pauses are fine; count to seven.
On Veterans Day we will thank the veterans on our ward.
Overnight, the float team is stretched thin.
Humor helps, sarcasm does not.
We lost a patient this week, and all of us felt it.
Delirious patients still hear kindness.
A Haitian grandmother once corrected my Creole, to everyone's delight.
Wash your hands, warm your hands, say your name.
More silence, fewer facts.
By Labor Day I hope this feels lighter.
""".splitlines()
"""Whole answers that may be sent, written after all rules were done. Two words went into the lists because of these and
of the next; no rule was changed."""

UNSEEN_REFUSED = """\
Nice work, Anjali.
Ibrahim asked the best question of the day.
Thank you, Su.
I owe Marcus an apology.
Well spotted, Ty!
Shoutout to Beatriz for staying.
李娜 was brave.
Hope, you were wonderful.
This sounds like Kofi to me.
thanks michael
Whoever left the note, my thanks.
Would the writer of the last quote forgive me.
Feel welcome in my office.
Holler if you need to talk to me.
My hunch is that this came from one of you on peds.
The woman who wrote this is right.
I figured out which one it was.
The first quote hit home.
You can find me in the workroom after lunch.
Somebody among you is unhappy.
Slide into my DMs.
Escríbeme cuando quieras.
Alguien de ustedes se siente solo.
Kommt einfach bei mir vorbei.
Ich vermute, wer das war.
What went wrong?
Let me know what helps.
I'd love to hear why.
Talk to me after class.
Our most junior member spoke the truth.
""".splitlines()
"""Whole answers that may not, written at the same time."""
