"""What letters stand for besides somebody: short forms of a ward, of places and of what is shouted."""

from typing import Final

from bot.domain.screening.word_sets import words_of

DOTTED_FORMS: Final = words_of(
    """
    us usa uk eu un am pm ad bc dc la ny nyc nj md do rn np pa phd iv er or ed icu ct mri ekg ecg hiv tv id ai pt
    ot ps nb qd bid tid qid prn npo dnr dni po im sq bp hr rr uti gi gu bs ba ma ms mph eg ie etc aka asap fyi hx
    sob cc ok rip vip diy faq bmi pcp rsvp
    """
)
SHORT_FORMS: Final = DOTTED_FORMS | words_of(
    """
    rt sw cm em fm ob mr pe ra ta tl va pj ap gp ir ep ck cs hs ld sp pi qi ua bk jr sr st dx tx rx fx sx
    nf tr tt bv sv sz lh cw ff fn nr vv pf ul ll ug vb vc vn ln wd vr lv rv lf rf rw wr ns ov sa sb sn ag ge th yt
    """
)
"""Those of people and places on a ward, too: "RT said" is the respiratory therapist, but "R.T. said" somebody."""
ALSO_PEOPLE: Final = words_of("jr jd jp jc jo jv dj kc lb bo ty ab aw bw bk dw")
"""Short forms that say and feel nothing, so that whoever does has these initials."""
NEVER_PEOPLE: Final = words_of("us usa uk eu un am pm ad iv er or ed icu ct mri ekg ecg hiv tv id ai ie etc")
CALLED_TOO: Final = words_of("ok no oh hi me my he we us it tv id pc ac pm am cd dj vp ai in on up so go ad la da")
"""Pairs of letters that shout, or stand for a thing that tells or leaves something."""
WARD_PAIRS: Final = words_of(
    """
    aa ac af ah ak al an ao ar at au av ax ba bb bc be bf bg bh bi bl bm bn bp br by ca cb cd ce cf cg ch ci cl cn co
    cp cr cv cx da db de di dl dm dn do dp ds dt du dv dz ea ec ef eg el en eo ep es et eu ev ex fa fb fe ff fi fl fo
    fs ft fv ga gb gc gd gf gg gl go gr gt gy ha hb hc hd he hf hg hh hi hl hn ho hp ht hv hz ia ib ic if ii il in io
    ip is it iu kg kt kv la lc le lg li ll lo lp lq lr ls lt ly mb mc mf mg mi mj ml mm mn mo mu mv my na nc ne ng nh
    ni nj nl nm no ns nt nv nx ny oa oc od of og oh ok on oo op os ou oz pb pc pd pg ph pk pl pm pn pp pq pr ps pt pv
    pw px qt rd re rh rl ro rq rs ru sc sd se si sj sl sm sn so sr ss su sw tb tc td te tf tg ti tm tn to tp ts tv tw
    tz uc ud uf uh un up ur uv uw vd vf vp vs vt vw wa wb wc we wf wk wm wo wt xl xr yo zn
    """
)
"""What else two capitals stand for on a ward, behind whoever treats or has something: "admitted CP", "had HD"."""
ILLNESSES: Final = words_of(
    """
    ade adi adem aud aus asi bal bbb cas cea css dai dib ega esa esi fae gip hla hu ibm ino jia lam lar lasik leep luts
    mci mee mis mit ome oms oss pais pei poag ras ris sar sas sil sud sui tes thal toa tur var
    """
)
"""Illnesses, tests and drugs by their letters that somebody is called as well, but hardly in capitals."""
ILLNESSES_OF_NAMES: Final = words_of("abu sam nat mae mai lai ari isa di")
"""And what is one only where a patient has it: "pt w/ SAM"."""
