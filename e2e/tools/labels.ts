/** LinkedIn's own words on a profile, one row a phrase, one column a language: en, de, pl, es, ja. */
export const labelPhrases = [
  ["Contact info", "Kontaktinfo", "Informacje kontaktowe", "Información de contacto", "連絡先情報"],
  ["Message", "Nachricht", "Wiadomość", "Enviar mensaje", "メッセージ"],
  ["More", "Mehr", "Więcej", "Más", "その他"],
  ["Connect", "Vernetzen", "Nawiąż kontakt", "Conectar", "つながりを申請"],
  ["Follow", "Folgen", "Obserwuj", "Seguir", "フォローする"],
  ["Experience", "Berufserfahrung", "Doświadczenie", "Experiencia", "職歴"],
  ["Education", "Ausbildung", "Wykształcenie", "Educación", "学歴"],
  ["About", "Info", "Informacje", "Acerca de", "自己紹介"],
  ["Activity", "Aktivitäten", "Aktywność", "Actividad", "アクティビティ"],
  ["Skills", "Kenntnisse", "Umiejętności", "Aptitudes", "スキル"],
  ["Show all", "Alle anzeigen", "Pokaż wszystko", "Mostrar todo", "すべて表示"],
  ["connections", "Kontakte", "kontaktów", "contactos", "人のつながり"],
  ["500+ connections", "500+ Kontakte", "500+ kontaktów", "Más de 500 contactos", "500+人のつながり"],
  ["· 1st", "· 1.", "· 1.", "· 1er", "· 1次"],
  ["· 2nd", "· 2.", "· 2.", "· 2º", "· 2次"],
  ["Profile photo", "Profilfoto", "Zdjęcie profilowe", "Foto de perfil", "プロフィール写真"],
  ["Cover photo", "Titelbild", "Zdjęcie w tle", "Foto de portada", "カバー写真"],
  ["Open to", "Offen für", "Otwarty na", "Disponible para", "募集中"],
  ["Open to work", "Offen für Jobs", "Szukam pracy", "Buscando empleo", "求職中"],
  ["0 notifications", "0 Mitteilungen", "0 powiadomień", "0 notificaciones", "お知らせ0件"],
  [
    "More profiles for you",
    "Weitere Profile für Sie",
    "Więcej profili dla Ciebie",
    "Más perfiles para ti",
    "おすすめのプロフィール",
  ],
];

/** The end of a date line of a role that goes on, in the same languages. */
export const presentWords = ["Present", "Heute", "obecnie", "actualidad", "現在"];
