"""One name in the spellings of the languages and ways of romanisation that the press uses."""

import pytest

from kg.resolve.names import canonical

ONE = {
    "Arabic, French and English": (
        "Abdelkrim Benslimane|Abdel-Karim Ben Slimane",
        "Fouad Chahine|Fuad Shahin",
        "Nacer Kacem|Nasser Qassem",
        "Abderrahmane Ouali|Abdurrahman Wali|Abd al-Rahman Wali",
        "Abdeljalil Alaoui|Abdul Jalil al-Alawi",
        "Nour Eddine Meziani|Noureddine Meziani",
        "Hocine Aït Ahmed|Hussein Ait Ahmed",
        "Mohamed Haji Warsame|Mohammed Warsame",
    ),
    "Urdu and Bengali": (
        "Fazlul Huq|Fazlul Haque|Fazlul Hoque",
        "Sanaullah Baloch|Sana Ullah Baloch",
        "Anisul Mazumdar|Anisul Majumder",
        "Rajeev Sandeep|Rajiv Sandip",
        "Balwinder Dhillon|Balvinder Dillon",
    ),
    "Russian and its neighbours": (
        "Dzhokhar Basayev|Djokhar Basaev|Jokhar Bassaiev",
        "Ivan Petrovich Sidorov|Ivan Sidorov",
        "Yelena Alekseyeva|Elena Alexeeva",
        "Viacheslav Ulianov|Vyacheslav Ulyanov",
        "Rakhmon Khakimov|Rahmon Hakimov",
        "Ilham Heydar oglu Mammadov|Ilham Mammadov",
        "Vazgen Kocharyan|Vazgen Kocharian",
        "Saidali Hakimzoda|Saidali Khakimzada",
        "Elşən Quliyev|Elshan Guliyev",
    ),
    "China and Korea": (
        "Hsiao Kuo-pin|Xiao Guobin|Xiao Guo Bin",
        "Tsai Chih-ming|Cai Zhiming",
        "Chiang Ching-kuo|Jiang Jingguo",
        "Pak Yong-chol|Park Young Chol",
        "Lee Kyung-hee|Yi Kyong-hui|Rhee Gyeong Hui",
    ),
    "Iberia and America": (
        "Koldo Goikoetxea|Koldo Goicoechea",
        "Eneko Agirre|Eneko Aguirre",
        "Saúl Huaranca|Saul Waranka",
        "Nelson Antonio Bravo Luque|Nelson Bravo Luque",
        "Pedro da Fonseca|Pedro Fonseca",
    ),
    "Asia and the north": (
        "Ragnhildur Þórsdóttir|Ragnhildur Thorsdottir",
        "Chandana Wijewardene|Chandana Wijewardana",
        "Aibek Zhumabayev|Aibek Jumabaev",
        "Jagjit Singh Kahlon|Jagjeet Singh Kahlon",
    ),
    "English": ("Bob Trasker|Robert Trasker", "Steven McAdam|Stephen MacAdam"),
}
BODIES = (
    "Front for the Liberation of Tamboril|Tamboril Liberation Front",
    "Hizb ul-Nusrat|Hizbul Nusrat",
    "Lashkar-e-Sarhad|Lashkar-i-Sarhad",
    "Mobilisation of Herders' Right|Mobilization of Herders Rights",
    "Dock Workers & Miners Union|the Dock Worker and Miners' Union",
)
OTHER_BODIES = (
    "Tamboril Liberation Front|Tamboril Front",
    "Tamboril Youth Congress|Tamboril Congress",
    "Union of Tamboril Workers|Youth Union of Tamboril Workers",
    "Hizb ul-Nusrat|Jamaat ul-Nusrat",
    "University of Tamboril|Tamboril University",
)
TWO = (
    "Salim Haddad|Salem Haddad",
    "Jose Antonio Bravo Luque|Jose Maria Bravo Luque",
    "Tran Thanh Tung|Tran Tanh Tung",
    "Than Aung|Tan Aung",
    "Wang Bo|Wang Po",
    "Jeon Byung-soon|Jeon Byung-soo",
    "Ivan Petrovich|Ivan Sidorov",
    "Amar Belkacem|Omar Belkacem",
    "Carla Bruno|Carlo Bruno",
    "Sean Dunne|Seamus Dunne",
    "Khalid Nasr|Khalil Nasr",
    "Benjamin Haddad|Bin Yamin Haddad",
)


@pytest.mark.parametrize("names", [names for group in ONE.values() for names in group])
def test_spellings_of_one_name(names: str) -> None:
    found = {name: canonical("person", name) for name in names.split("|")}
    assert len(set(found.values())) == 1, found
    assert {canonical("person", name) for name in found.values()} == set(found.values())


@pytest.mark.parametrize("names", TWO)
def test_two_names(names: str) -> None:
    one, other = (canonical("person", name) for name in names.split("|"))
    assert one != other


@pytest.mark.parametrize("names", BODIES)
def test_spellings_of_one_body(names: str) -> None:
    assert len({canonical("organization", name) for name in names.split("|")}) == 1


@pytest.mark.parametrize("names", OTHER_BODIES)
def test_two_bodies(names: str) -> None:
    assert len({canonical("organization", name) for name in names.split("|")}) == 2


def test_a_place_in_two_spellings_and_two_places() -> None:
    assert canonical("place", "Dayr al-Hamra") == canonical("place", "Deir el-Hamra")
    assert canonical("place", "Upper Tamboril") != canonical("place", "Lower Tamboril")
