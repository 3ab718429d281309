"""Names of votes and synonyms: every symbol is in the record, every series holds what it should, no name means two things."""

from __future__ import annotations

import csv
import datetime as dt
import json
import lzma
import os
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from store.facts import Body, Kind, Mode, Outcome, RollCall, Tally
from store.importers.titles import assembly_title, council_title
from store.vote_names import (
    CuratedDataError,
    VoteName,
    load_thesaurus,
    load_vote_names,
    plain_title,
    read_thesaurus,
    read_vote_names,
    series_members,
)
from store.words import fold, stem

NAMES = load_vote_names()
SMALL = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "to",
        "for",
        "at",
        "by",
        "from",
        "with",
        "and",
        "or",
        "about",
        "s",
        "off",
        "out",
        "as",
        "un",
    }
)

# key, number of roll calls, first and last symbol, in the record until 29 December 2025.
SERIES = """
cuba-embargo 33 A/RES/47/19 A/RES/80/4
death-penalty-moratorium 10 A/RES/62/149 A/RES/79/179
glorification-of-nazism 21 A/RES/60/143 A/RES/80/192
nuclear-ban-treaty-tpnw 8 A/RES/73/48 A/RES/80/54
nuclear-test-ban-treaty-ctbt 27 A/RES/50/245 A/RES/80/70
test-ban-treaty-called-for-1982-1992 11 A/RES/37/73 A/RES/47/47
cluster-munitions 11 A/RES/70/54 A/RES/80/52
depleted-uranium 10 A/RES/62/30 A/RES/79/49
killer-robots 3 A/RES/78/241 A/RES/80/57
artificial-intelligence-military 2 A/RES/79/239 A/RES/80/58
artificial-intelligence 3 A/RES/79/239 A/RES/80/58
arms-trade-treaty 18 A/RES/61/89 A/RES/80/46
landmine-ban-ottawa-convention 29 A/RES/52/38A A/RES/80/35
chemical-weapons-convention 12 A/RES/69/67 A/RES/80/34
human-rights-in-iran 37 A/RES/40/141 A/RES/80/222
human-rights-in-north-korea 9 A/RES/60/173 A/RES/70/172
human-rights-in-syria 15 A/RES/66/176 A/RES/80/224
human-rights-in-myanmar-and-the-rohingya 10 A/RES/61/232 A/RES/75/238
human-rights-in-belarus 2 A/RES/61/175 A/RES/62/169
human-rights-in-crimea-and-occupied-ukraine 10 A/RES/71/205 A/RES/80/223
militarization-of-crimea 4 A/RES/73/194 A/RES/76/70
human-rights-in-cuba 6 A/RES/47/139 A/RES/52/143
human-rights-in-iraq 12 A/RES/46/134 A/RES/57/232
human-rights-in-sudan 10 A/RES/47/142 A/RES/57/230
human-rights-in-the-congo-drc 7 A/RES/54/179 A/RES/60/170
human-rights-in-chile 16 A/RES/3219(XXIX) A/RES/44/166
human-rights-in-el-salvador 7 A/RES/35/192 A/RES/41/157
human-rights-in-guatemala 5 A/RES/37/184 A/RES/41/156
human-rights-in-afghanistan-1985-1987 3 A/RES/40/137 A/RES/42/135
human-rights-in-kosovo 6 A/RES/49/204 A/RES/54/183
human-rights-in-bosnia-croatia-and-yugoslavia 6 A/RES/49/196 A/RES/54/184
human-rights-in-turkmenistan 3 A/RES/58/194 A/RES/60/172
human-rights-in-uzbekistan 1 A/RES/60/174 A/RES/60/174
human-rights-in-nigeria 3 A/RES/50/199 A/RES/52/144
bosnia-and-herzegovina 5 A/RES/46/242 A/RES/51/203
right-to-food 14 A/RES/56/155 A/RES/80/210
right-to-development 29 A/RES/41/133 A/RES/80/207
rights-of-the-child 10 A/RES/57/190 A/RES/80/190
unilateral-coercive-measures-human-rights 30 A/RES/51/103 A/RES/80/209
unilateral-economic-measures-developing-countries 24 A/RES/38/197 A/RES/80/120
extraterritorial-coercive-measures 4 A/RES/51/22 A/RES/57/5
mercenaries 39 A/RES/41/102 A/RES/80/194
democratic-and-equitable-international-order 23 A/RES/55/107 A/RES/80/208
globalization-and-human-rights 19 A/RES/54/165 A/RES/72/185
defamation-of-religions 6 A/RES/60/150 A/RES/65/224
human-rights-and-cultural-diversity 9 A/RES/64/174 A/RES/80/205
durban-and-the-fight-against-racism 26 A/RES/56/266 A/RES/80/193
extrajudicial-executions 12 A/RES/57/214 A/RES/79/176
israeli-settlements 31 A/RES/51/133 A/RES/80/81
self-determination-of-the-palestinian-people 32 A/RES/49/149 A/RES/80/195
self-determination-of-peoples-universal 26 A/RES/2649(XXV) A/RES/58/161
unrwa-operations 31 A/RES/49/35E A/RES/80/77
assistance-to-palestine-refugees 52 A/RES/3419(XXX)[B] A/RES/80/78
palestine-refugees-properties 44 A/RES/37/120H A/RES/80/79
palestinians-displaced-in-1967 45 A/RES/3419(XXX)[C] A/RES/74/84
jerusalem-yearly 27 A/RES/48/59A A/RES/76/12
the-syrian-golan 33 A/RES/48/59B A/RES/80/73
the-occupied-syrian-golan-human-rights 30 A/RES/51/135 A/RES/80/82
peaceful-settlement-of-the-question-of-palestine 32 A/RES/48/158D A/RES/80/72
palestinian-rights-committee-ceirpp 29 A/RES/48/158A A/RES/77/22
division-for-palestinian-rights 30 A/RES/48/158B A/RES/79/82
special-information-programme-on-palestine 27 A/RES/49/62C A/RES/77/24
israeli-practices-human-rights-of-palestinians 25 A/RES/51/134 A/RES/77/247
special-committee-on-israeli-practices 28 A/RES/51/131 A/RES/80/80
geneva-convention-in-the-occupied-territory 23 A/RES/51/132 A/RES/73/97
sovereignty-of-palestinians-over-natural-resources 30 A/RES/51/190 A/RES/80/158
natural-resources-of-the-occupied-arab-territories 10 A/RES/3175(XXVIII) A/RES/38/144
assistance-to-the-palestinian-people 17 A/RES/33/147 A/RES/61/135
oil-slick-on-lebanese-shores 20 A/RES/61/194 A/RES/80/130
unifil-financing-qana 32 A/RES/51/233 A/RES/79/308
nuclear-proliferation-in-the-middle-east-israel 32 A/RES/49/78 A/RES/80/67
nuclear-weapon-free-middle-east 15 A/RES/3263(XXIX) A/RES/80/17
israeli-nuclear-armament 15 A/RES/34/89 A/RES/48/78
world-court-opinion-on-nuclear-weapons-follow-up 30 A/RES/51/45M A/RES/80/33
nuclear-disarmament-myanmar-text 31 A/RES/50/70P A/RES/80/24
convention-against-the-use-of-nuclear-weapons-india 38 A/RES/37/100C A/RES/80/59
reducing-nuclear-danger 28 A/RES/53/77F A/RES/80/37
decreasing-the-readiness-of-nuclear-weapons 8 A/RES/62/36 A/RES/75/72
humanitarian-consequences-of-nuclear-weapons 11 A/RES/70/47 A/RES/80/50
humanitarian-pledge 2 A/RES/70/48 A/RES/71/47
ethical-imperatives-against-nuclear-weapons 11 A/RES/70/50 A/RES/80/51
taking-forward-multilateral-nuclear-disarmament-negotiations 6 A/RES/67/56 A/RES/72/31
nuclear-weapon-free-world-new-agenda 26 A/RES/53/77Y A/RES/80/39
japans-nuclear-weapons-text 32 A/RES/49/75H A/RES/80/48
follow-up-to-the-2013-meeting-on-nuclear-disarmament 14 A/RES/67/39 A/RES/80/49
npt-review-commitments-iran-text 11 A/RES/60/72 A/RES/80/45
security-assurances-to-non-nuclear-states 45 A/RES/36/95 A/RES/80/18
fissile-material-treaty 10 A/RES/59/81 A/RES/78/28
universal-declaration-on-a-nuclear-weapon-free-world 4 A/RES/70/57 A/RES/79/39
nuclear-weapon-free-southern-hemisphere 24 A/RES/51/45B A/RES/80/31
nuclear-weapon-free-south-asia 24 A/RES/3265(XXIX)[A] A/RES/52/35
legacy-of-nuclear-weapons-victims 3 A/RES/78/240 A/RES/80/56
arms-race-in-outer-space-paros 41 A/RES/36/97C A/RES/80/19
further-measures-against-an-arms-race-in-space 7 A/RES/72/250 A/RES/80/21
no-first-placement-of-weapons-in-outer-space 12 A/RES/69/32 A/RES/80/20
transparency-in-outer-space-activities 9 A/RES/60/66 A/RES/80/44
responsible-behaviour-in-space 4 A/RES/75/36 A/RES/79/22
information-security-russian-text 10 A/RES/60/45 A/RES/78/237
responsible-state-behaviour-in-cyberspace 5 A/RES/73/266 A/RES/78/16
cybercrime-treaty-all-votes 2 A/RES/73/187 A/RES/74/247
transparency-in-armaments 24 A/RES/46/36L A/RES/80/28
conventional-arms-control 33 A/RES/48/75J A/RES/80/29
missiles 8 A/RES/54/54F A/RES/63/55
hague-code-on-ballistic-missiles 11 A/RES/59/91 A/RES/79/29
anti-ballistic-missile-treaty 3 A/RES/54/54A A/RES/56/24[A]
1925-geneva-protocol 15 A/RES/51/45P A/RES/79/48
disarmament-and-development 8 A/RES/37/84 A/RES/80/25
multilateralism-in-disarmament 24 A/RES/57/63 A/RES/80/40
environmental-norms-in-disarmament 14 A/RES/50/70M A/RES/80/32
arms-control-treaties-system-russian-text 4 A/RES/74/66 A/RES/79/61
peaceful-uses-chinese-export-control-text 3 A/RES/76/234 A/RES/79/80
new-weapons-of-mass-destruction 22 A/RES/3479(XXX) A/RES/78/15
non-proliferation-compliance 6 A/RES/60/55 A/RES/76/33
disarmament-special-session-ssod-iv 9 A/RES/50/70F A/RES/75/44
neutron-bomb 5 A/RES/36/92K A/RES/40/152H
nuclear-freeze 14 A/RES/37/100A A/RES/47/53E
indian-ocean-zone-of-peace 33 A/RES/2832(XXVI) A/RES/80/13
south-atlantic-zone-of-peace 16 A/RES/41/11 A/RES/56/7
mediterranean-security 8 A/RES/73/85 A/RES/80/69
falklands-question 10 A/RES/2065(XX) A/RES/43/25
gibraltar 4 A/RES/2070(XX) A/RES/2429(XXIII)
western-sahara-in-the-assembly 13 A/RES/33/31[A] A/RES/61/125
spanish-sahara 11 A/RES/2072(XX) A/RES/3458(XXX)[B]
minurso-renewals 78 S/RES/377(1975) S/RES/2797(2025)
unifil-renewals 84 S/RES/426(1978) S/RES/2790(2025)
undof-renewals 104 S/RES/350(1974) S/RES/2811(2025)
unficyp-renewals 129 S/RES/186(1964) S/RES/2771(2025)
syria-cross-border-aid-renewals 11 S/RES/2139(2014) S/RES/2672(2023)
south-sudan-sanctions 11 S/RES/2290(2016) S/RES/2781(2025)
houthi-reporting-renewals 4 S/RES/2722(2024) S/RES/2787(2025)
yemen-sanctions 12 S/RES/2204(2015) S/RES/2801(2025)
libya-vessel-inspections 11 S/RES/2292(2016) S/RES/2804(2025)
unsmil-renewals 25 S/RES/2009(2011) S/RES/2796(2025)
unmiss-renewals 24 S/RES/1996(2011) S/RES/2779(2025)
unisfa-renewals 35 S/RES/1990(2011) S/RES/2802(2025)
monusco-renewals 47 S/RES/1279(1999) S/RES/2808(2025)
congo-drc-sanctions 25 S/RES/1552(2004) S/RES/2783(2025)
minusca-renewals 17 S/RES/2149(2014) S/RES/2800(2025)
central-african-republic-sanctions 12 S/RES/2196(2015) S/RES/2745(2024)
minusma 12 S/RES/2100(2013) S/RES/2690(2023)
mali-sanctions 6 S/RES/2374(2017) S/RES/2649(2022)
unama-renewals 25 S/RES/1401(2002) S/RES/2777(2025)
unami-renewals 24 S/RES/1500(2003) S/RES/2732(2024)
somalia-force-authorizations-amisom-atmis-aussom 37 S/RES/1744(2007) S/RES/2809(2025)
somali-piracy 20 S/RES/1816(2008) S/RES/2608(2021)
somalia-sanctions-and-al-shabaab 28 S/RES/733(1992) S/RES/2806(2025)
haiti-sanctions 4 S/RES/2653(2022) S/RES/2794(2025)
binuh-renewals 7 S/RES/2476(2019) S/RES/2785(2025)
colombia-verification-mission 16 S/RES/2261(2016) S/RES/2798(2025)
eufor-althea-bosnia 20 S/RES/1575(2004) S/RES/2795(2025)
north-korea-sanctions 11 S/RES/1695(2006) S/RES/2397(2017)
iran-sanctions-in-the-council 6 S/RES/1696(2006) S/RES/1929(2010)
darfur-force-unamid 20 S/RES/1769(2007) S/RES/2559(2020)
sudan-sanctions 27 S/RES/1556(2004) S/RES/2791(2025)
observer-mission-in-georgia-unomig 38 S/RES/858(1993) S/RES/1866(2009)
women-peace-and-security-resolutions 10 S/RES/1325(2000) S/RES/2493(2019)
children-and-armed-conflict 15 S/RES/1261(1999) S/RES/2601(2021)
admissions-of-new-members 48 A/RES/113(II)[A] A/RES/ES-10/23
mayotte 18 A/RES/31/4 A/RES/49/18
chagos 2 A/RES/71/292 A/RES/73/295
non-self-governing-territories-information 59 A/RES/2351(XXII) A/RES/80/85
decolonization-declaration-implementation 62 A/RES/2105(XX) A/RES/80/105
decolonization-information-work 54 A/RES/2879(XXVI) A/RES/80/104
decolonization-specialized-agencies 56 A/RES/2311(XXII) A/RES/80/87
economic-activities-in-colonial-territories 59 A/RES/2288(XXII) A/RES/80/86
eradication-of-colonialism-decades 5 A/RES/43/47 A/RES/75/123
guam 7 A/RES/31/58 A/RES/80/96
small-territories-omnibus 14 A/RES/2069(XX) A/RES/61/128[A]
us-virgin-islands 3 A/RES/50/38[B-XII] A/RES/80/103
american-samoa 3 A/RES/50/38[B-I] A/RES/80/90
east-timor 8 A/RES/3485(XXX) A/RES/37/30
kampuchea 11 A/RES/34/22 A/RES/44/22
soviet-presence-in-afghanistan 9 A/RES/ES-6/2 A/RES/42/15
afghanistan-yearly-since-2018 5 A/RES/73/88 A/RES/79/317
displaced-persons-of-georgia-abkhazia-south-ossetia 18 A/RES/62/249 A/RES/79/292
nicaragua-trade-embargo 5 A/RES/40/188 A/RES/44/217
nicaragua-judgment-world-court 4 A/RES/41/31 A/RES/44/43
apartheid-policies 45 A/RES/616(VII)[A] A/RES/47/116G
apartheid-situation-in-south-africa 16 A/RES/2775(XXVI)[F] A/RES/41/35A
oil-embargo-on-apartheid-south-africa 13 A/RES/33/183[E] A/RES/47/116D
israel-and-south-africa 17 A/RES/31/6[E] A/RES/47/116F
apartheid-in-sports 11 A/RES/2775(XXVI)[D] A/RES/41/35E
comprehensive-sanctions-on-apartheid-south-africa 10 A/RES/35/206C A/RES/44/27C
arms-embargo-on-south-africa-in-the-assembly 5 A/RES/2775(XXVI)[A] A/RES/36/172F
apartheid-convention-status 19 A/RES/3380(XXX) A/RES/48/89
indians-in-south-africa 13 A/RES/44(I) A/RES/1597(XV)
namibia-south-west-africa 63 A/RES/227(III) A/RES/43/26E
southern-rhodesia 31 A/RES/1747(XVI) A/RES/34/192
portuguese-colonies 12 A/RES/1699(XVI) A/RES/3113(XXVIII)
angola-1961-1962 3 A/RES/1603(XV) A/RES/1819(XVII)
algeria 4 A/RES/1012(XI) A/RES/1724(XVI)
representation-of-china 19 A/RES/490(V)[PARA.1-2] A/RES/2758(XXVI)
korea-question 29 A/RES/112(II)[A] A/RES/3390(XXX)[B]
tibet 3 A/RES/1353(XIV) A/RES/2079(XX)
hungary-1956-1962 16 A/RES/1004(ES-II) A/RES/1857(XVII)
suez-crisis-1956-1957 14 A/RES/997(ES-I) A/RES/1126(XI)
cyprus 9 A/RES/1013(XI) A/RES/37/253
antarctica 18 A/RES/40/156A A/RES/48/80
law-of-the-sea-and-oceans 42 A/RES/39/73 A/RES/80/110
high-seas-treaty-all-votes 3 A/RES/77/321 A/RES/80/107
sustainable-fisheries 2 A/RES/55/8 A/RES/72/72
atomic-agency-iaea-report 21 A/RES/2457(XXIII) A/RES/80/7
international-criminal-court-report 3 A/RES/78/6 A/RES/80/6
human-rights-council-report 17 A/RES/62/219 A/RES/80/189
un-tax-convention 3 A/RES/78/230 A/RES/80/128
external-debt 11 A/RES/3039(XXVII) A/RES/80/123
sovereign-debt-restructuring 3 A/RES/68/304 A/RES/69/319
new-international-economic-order 10 A/RES/63/224 A/RES/79/215
international-trade-and-development 13 A/RES/59/221 A/RES/80/121
international-financial-system 6 A/RES/72/203 A/RES/80/122
commodities 5 A/RES/44/218 A/RES/80/124
agricultural-technology 10 A/RES/62/190 A/RES/80/133
entrepreneurship 7 A/RES/67/202 A/RES/79/201
sand-and-dust-storms 6 A/RES/74/226 A/RES/80/143
rural-poverty 8 A/RES/73/244 A/RES/80/154
cooperation-with-the-opcw 6 A/RES/69/14 A/RES/79/134
council-of-europe-cooperation 3 A/RES/57/156 A/RES/79/284
csto-cooperation 2 A/RES/77/13 A/RES/79/10
shanghai-cooperation-organization 2 A/RES/77/338 A/RES/79/332
middle-east-peace-process 4 A/RES/48/58 A/RES/51/29
first-intifada 4 A/RES/43/21 A/RES/46/76
osirak-yearly 6 A/RES/36/27 A/RES/41/12
dead-sea-canal 5 A/RES/36/150 A/RES/40/167
illegal-israeli-actions-in-east-jerusalem-10th-emergency-session-1997-2006 14 A/RES/ES-10/2 A/RES/ES-10/16
human-rights-treaty-bodies-geography 12 A/RES/56/146 A/RES/80/206
promotion-of-peace-for-human-rights 11 A/RES/57/216 A/RES/79/169
human-rights-and-terrorism 7 A/RES/52/133 A/RES/80/213
freedom-of-travel-and-family-reunification 11 A/RES/49/182 A/RES/63/188
sovereignty-and-elections-non-interference 12 A/RES/44/147 A/RES/60/164
enhancing-elections 15 A/RES/45/150 A/RES/78/208
violence-against-women 3 A/RES/75/161 A/RES/79/152
protection-of-migrants 2 A/RES/55/92 A/RES/80/218
safe-drinking-water-and-sanitation 3 A/RES/64/292 A/RES/80/216
unhcr-yearly-resolution 5 A/RES/73/151 A/RES/80/187
small-arms-illicit-trade 4 A/RES/61/66 A/RES/64/50
nuclear-weapon-free-central-asia 4 A/RES/61/88 A/RES/67/31
occupied-territories-of-croatia 1 A/RES/49/43 A/RES/49/43
radioactive-sources-and-terrorists 2 A/RES/77/77 A/RES/79/55
illicit-brokering 5 A/RES/65/75 A/RES/73/63
ammunition-management 5 A/RES/61/72 A/RES/80/43
nuclear-disarmament-verification 5 A/RES/71/67 A/RES/80/53
scale-of-assessments-who-pays 32 A/RES/462(V) A/RES/79/249
social-development-summit-follow-up 6 A/RES/72/141 A/RES/80/178
agenda-21 4 A/RES/71/223 A/RES/74/216
development-and-globalization 4 A/RES/72/227 A/RES/79/216
culture-and-sustainable-development 2 A/RES/72/229 A/RES/80/148
human-rights-enhancement-of-cooperation 2 A/RES/51/100 A/RES/80/204
chinese-nationalist-troops-in-burma 3 A/RES/707(VII) A/RES/815(IX)
greek-question 9 A/RES/109(II) A/RES/508(VI)[B]
human-rights-in-bulgaria-hungary-and-romania 3 A/RES/272(III) A/RES/385(V)
morocco-and-tunisia-1952-1955 5 A/RES/611(VII) A/RES/911(X)
eritrea-federation 3 A/RES/390(V)[A] A/RES/617(VII)
italian-colonies 8 A/RES/287(III) A/RES/289(IV)[C]
ruanda-urundi 4 A/RES/1579(XV) A/RES/1746(XVI)
togoland-and-ewe 12 A/RES/555(VI) A/RES/1182(XII)
cameroons 4 A/RES/1349(XIII) A/RES/1608(XV)
aden 4 A/RES/1949(XVIII) A/RES/2183(XXI)
oman-question 7 A/RES/1948(XVIII) A/RES/2702(XXV)
belize 6 A/RES/3432(XXX) A/RES/35/20
french-somaliland-djibouti 4 A/RES/2228(XXI) A/RES/31/59
brunei-question 4 A/RES/3159(XXVIII) A/RES/32/27
punishment-of-war-criminals 7 A/RES/2338(XXII) A/RES/3074(XXVIII)
world-disarmament-campaign 9 A/RES/35/152I A/RES/44/117A
world-disarmament-conference 2 A/RES/2030(XX) A/RES/2930(XXVII)
charter-of-economic-rights-yearly 8 A/RES/3037(XXVII) A/RES/44/170
permanent-sovereignty-over-natural-resources 6 A/RES/1720(XVI) A/RES/3171(XXVIII)
"""


def _data() -> Path:
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder or not (Path(folder) / "undl").is_dir():
        pytest.skip("needs the official files: name their folder in VOTEDESK_TEST_DATA")
    return Path(folder)


@cache
def _record() -> tuple[RollCall, ...]:
    """Every Assembly and Council roll call of the official files, as far as the rules for series look at it."""
    found: dict[tuple[Body, str], RollCall] = {}
    for pattern, body, named in (("*ga_outcomes.csv.xz", Body.GA, "title"), ("*sc_voting.csv.xz", Body.SC, "description")):
        for path in (_data() / "undl").glob(pattern):
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                for row in csv.DictReader(lines):
                    if row["resolution"] and row["date"]:
                        found.setdefault((body, row["resolution"]), _roll_call(len(found), body, row, row[named]))
    return tuple(found.values())


def _roll_call(number: int, body: Body, row: Mapping[str, str], title: str) -> RollCall:
    return RollCall(
        id=number,
        key=row["resolution"],
        symbol=row["resolution"],
        draft=None,
        body=body,
        date=dt.date.fromisoformat(row["date"]),
        title=assembly_title(title) if body is Body.GA else council_title(title),
        kind=Kind.RESOLUTION,
        outcome=Outcome.ADOPTED,
        mode=Mode.RECORDED,
        tally=Tally(),
        url=None,
        dataset="undl",
    )


@cache
def _days() -> dict[str, dt.date]:
    """Symbol -> day, for all that an entry may name: the official files, the starter record's drafts, the Human Rights Council."""
    days = {r.symbol: r.date for r in _record()}
    starter = json.loads((files("store") / "data" / "starter.json").read_text(encoding="utf-8"))
    for row in starter["roll_calls"]:
        days.setdefault(row["symbol"], dt.date.fromisoformat(row["date"]))
    with lzma.open(_data() / "ohchr" / "hrc_resolutions.csv.xz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            days.setdefault(row["symbol"], dt.date.fromisoformat(row["date"]))
    with (_data() / "dppa" / "DPPA-SCVETOES.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            days.setdefault(row["draft_res#"].strip(), dt.date.fromisoformat(row["date"]))
    return days


def _of(kind: str) -> list[VoteName]:
    return [e for e in NAMES.entries.values() if e.kind == kind]


def _signature(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(stem(w) for w in phrase if w not in SMALL))


# The lists themselves


def test_there_are_several_hundred_nicknames_of_famous_votes() -> None:
    assert len(_of("vote")) >= 200
    assert len(_of("series")) >= 150


def test_they_reach_over_all_decades_and_both_bodies() -> None:
    decades = {(e.symbols[0][0], e.date.year // 10) for e in _of("vote") if e.date}
    assert {("A", d) for d in range(194, 203)} | {("S", d) for d in range(194, 203)} <= decades


def test_names_are_folded_words() -> None:
    for entry in NAMES.entries.values():
        for name in entry.names:
            assert name == fold(name)
            assert re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", name), name


def test_a_name_means_one_entry_in_whatever_order_its_words_are_put() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for phrase, key in NAMES.phrases.items():
        assert owners.setdefault(_signature(phrase), key) == key, " ".join(phrase)


def test_no_name_is_a_number_or_a_date_alone() -> None:
    for phrase in NAMES.phrases:
        solid = [w for w in phrase if w not in SMALL and w not in ("resolution", "vote")]
        assert any(not w.isdigit() for w in solid), " ".join(phrase)


@pytest.mark.parametrize(
    "state", ["cuba", "grenada", "panama", "namibia", "palestine", "ukraine", "cyprus", "georgia", "morocco", "china"]
)
def test_a_state_is_not_the_name_of_a_vote(state: str) -> None:
    """Or else "how did Cuba vote" would be about the Cuba embargo."""
    assert (state,) not in NAMES.phrases
    assert (state, "vote") not in NAMES.phrases


@pytest.mark.parametrize("city", ["oslo", "minsk", "havana", "geneva", "vienna", "moscow", "washington", "brussels", "kyiv"])
def test_a_capital_is_not_the_name_of_a_vote(city: str) -> None:
    assert (city,) not in NAMES.phrases


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("zionism is racism", "A/RES/3379(XXX)"),
        ("repeal of zionism is racism", "A/RES/46/86"),
        ("partition plan", "A/RES/181(II)[A]"),
        ("udhr", "A/RES/217(III)[A]"),
        ("china seat", "A/RES/2758(XXVI)"),
        ("bombing of osirak", "A/RES/36/27"),
        ("invasion of grenada", "A/RES/38/7"),
        ("undrip", "A/RES/61/295"),
        ("migration pact", "A/RES/73/195"),
        ("kicking russia off human rights council", "A/RES/ES-11/3"),
        ("annexation vote", "A/RES/ES-11/4"),
        ("gaza truce", "A/RES/ES-10/21"),
        ("new york declaration", "A/DEC/80/506"),
        ("world horse day", "A/RES/79/291"),
        ("land for peace", "S/RES/242(1967)"),
        ("libya no fly zone", "S/RES/1973(2011)"),
        ("trump gaza plan", "S/RES/2803(2025)"),
        ("mh17 tribunal", "S/2015/562"),
        ("koran burning", "A/HRC/RES/53/1"),
    ],
)
def test_famous_names_lead_to_their_votes(name: str, symbol: str) -> None:
    owners = {_signature(phrase): key for phrase, key in NAMES.phrases.items()}
    assert NAMES.entries[owners[_signature(tuple(name.split()))]].symbols == (symbol,)


# Against the record


def test_every_symbol_is_in_the_record_on_the_day_that_is_stated() -> None:
    days = _days()
    for entry in NAMES.entries.values():
        for symbol in entry.symbols:
            assert symbol in days, f"{entry.key}: {symbol}"
            if entry.date is not None:
                assert days[symbol] == entry.date, entry.key


def test_the_symbols_that_a_series_adds_are_in_the_record() -> None:
    days = _days()
    for entry in _of("series"):
        for rule in entry.series or ():
            assert rule.symbols | rule.not_symbols <= days.keys(), entry.key


def test_the_table_knows_every_series_of_the_assembly_and_the_council() -> None:
    listed = {line.split()[0] for line in SERIES.split("\n") if line}
    assert listed == {e.key for e in _of("series") if (e.series or ())[0].body in (Body.GA, Body.SC)}


@pytest.mark.parametrize("line", [line for line in SERIES.split("\n") if line], ids=lambda line: line.split()[0])
def test_a_series_holds_all_its_votes_and_no_other(line: str) -> None:
    key, count, first, last = line.rsplit(" ", 3)
    members = series_members(NAMES.entries[key], _record())
    assert (len(members), members[0].symbol, members[-1].symbol) == (int(count), first, last)


def test_a_cluster_holds_its_symbols_and_its_series() -> None:
    members = {r.symbol for r in series_members(NAMES.entries["crimea"], _record())}
    assert {"A/RES/68/262", "A/RES/71/205", "A/RES/80/223", "A/RES/76/70"} <= members


# The rules


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("The right to food : resolution / adopted by the General Assembly", "the right to food"),
        ("The right to food", "the right to food"),
        ("Missiles :  resolultion / addopted by the General Assemly.", "missiles"),
        (
            "Security Council resolution 2797 (2025) [on extension of the mandate of MINURSO]",
            "extension of the mandate of minurso",
        ),
        ("Extension of the mandate of MINURSO", "extension of the mandate of minurso"),
        ("Question of Côte d'Ivoire", "question of cote d'ivoire"),
    ],
)
def test_titles_are_compared_without_what_all_titles_share(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def _series(**more: object) -> VoteName:
    row = {"key": "k", "label": "K", "kind": "series", "names": ["k"], "body": "GA", "title": ["^missiles$"], **more}
    return read_vote_names([row]).entries["k"]


def _missiles(symbol: str, **more: object) -> RollCall:
    facts: dict[str, Any] = {
        "id": 1, "key": symbol, "symbol": symbol, "draft": None, "body": Body.GA, "date": dt.date(2001, 11, 29), "title": "Missiles",
        "kind": Kind.RESOLUTION, "outcome": Outcome.ADOPTED, "mode": Mode.RECORDED, "tally": Tally(), "url": None, "dataset": "undl",
    }  # fmt: skip
    return RollCall(**{**facts, **more})


def test_a_series_is_of_one_body_and_of_whole_texts() -> None:
    fits = _missiles("A/RES/56/24[B]")
    others = [_missiles("S/1", body=Body.SC), _missiles("A/2", kind=Kind.AMENDMENT), _missiles("A/3", kind=Kind.PARAGRAPH)]
    assert series_members(_series(), [*others, fits]) == (fits,)


def test_a_series_has_bounds_and_exceptions() -> None:
    early, late = _missiles("A/1", date=dt.date(1999, 12, 1)), _missiles("A/2", date=dt.date(2008, 12, 2))
    other = _missiles("A/3", title="Disarmament")
    assert series_members(_series(first="2000-01-01"), [early, late]) == (late,)
    assert series_members(_series(last="2000-01-01"), [early, late]) == (early,)
    assert series_members(_series(not_symbols=["A/1"]), [early, late]) == (late,)
    assert series_members(_series(symbols=["A/3"]), [late, other]) == (other, late)
    assert series_members(_series(not_title=["missiles"]), [early, late]) == ()


def _vote(**more: object) -> dict[str, Any]:
    return {"key": "k", "label": "K", "kind": "vote", "names": ["k"], "symbols": ["A/1"], "date": "2001-11-29", **more}


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([_vote(), _vote(names=["other"])], "the key k is there twice"),
        ([_vote(), _vote(key="l")], '"k" names both k and l'),
        ([_vote(kind="nickname")], "needs a kind"),
        ([_vote(names=[])], "needs a kind and a name"),
        ([_vote(symbols=[])], "stands for no vote"),
        ([_vote(date=None)], "a date belongs to a vote"),
        ([_vote(kind="cluster")], "a date belongs to a vote"),
        ([_vote(kind="cluster", date=None, parts=["gone"])], "parts that are no series: gone"),
    ],
)
def test_an_entry_that_contradicts_itself_is_named(rows: list[dict[str, Any]], complaint: str) -> None:
    with pytest.raises(CuratedDataError, match=re.escape(complaint)):
        read_vote_names(rows)


# Synonyms


def test_the_thesaurus_has_its_groups() -> None:
    groups = json.loads((files("store") / "data" / "thesaurus.json").read_text(encoding="utf-8"))
    assert len(groups) >= 150


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("truce", "ceasefire"),
        ("embargo", "blockade"),
        ("blockade", "embargo"),
        ("capital punishment", "death penalty"),
        ("nukes", "nuclear weapons"),
        ("lgbt", "sexual orientation and gender identity"),
        ("killer robots", "lethal autonomous weapons systems"),
        ("chagos", "chagos archipelago"),
        ("malvinas", "falkland islands malvinas"),
        ("chernobyl", "chornobyl"),
        ("landmines", "anti personnel mines"),
        ("high seas", "marine biological diversity of areas beyond national jurisdiction"),
        ("burma", "myanmar"),
        ("rhodesia", "southern rhodesia"),
        ("cybercrime", "information and communications technologies for criminal purposes"),
    ],
)
def test_what_people_say_stands_for_what_the_record_says(said: str, meant: str) -> None:
    assert tuple(meant.split()) in load_thesaurus().phrases[tuple(said.split())]


def test_synonyms_are_folded_words_and_no_word_of_a_question() -> None:
    for phrase, alternatives in load_thesaurus().phrases.items():
        for one in (phrase, *alternatives):
            assert all(re.fullmatch(r"[a-z0-9]+", w) for w in one), one
        assert len(phrase) > 1 or phrase[0] not in {"who", "us", "start", "no", "yes", "against", "how", "mine", "laws", "veto"}


def test_a_group_says_one_way_or_both_ways() -> None:
    one_way = read_thesaurus([{"say": ["nukes"], "record": ["nuclear weapons", "nukes"]}]).phrases
    assert one_way == {("nukes",): (("nuclear", "weapons"),)}
    both = read_thesaurus([{"same": ["kyiv", "kiev"]}, {"same": ["kiev", "kyyiv"]}]).phrases
    assert both[("kiev",)] == (("kyiv",), ("kyyiv",))
    with pytest.raises(CuratedDataError, match="a group has"):
        read_thesaurus([{"say": ["nukes"]}])
